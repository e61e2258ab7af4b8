import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/orders-live.dataset.ts'
import type { Row } from '../../../src/main/datasets/document.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { contextFor, GERMANY, pagedCall, scopeFor } from '../datasets/scope.ts'
import { openAmazon, partnerOf } from './amazon.ts'

const PATH = '/orders/2026-01-01/orders'
const US = { ...GERMANY, marketplaceId: brand<MarketplaceId>('ATVPDKIKX0DER'), currency: 'USD', zone: 'America/Los_Angeles' }
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon()
  amazon.control.pace({ quotas: 'off' })
})
afterEach(() => amazon.stop())

const days = () => {
  const now = amazon.clock.now()
  const on = (ms: number) => new Intl.DateTimeFormat('en-CA', { timeZone: US.zone }).format(ms)
  return { now, yesterday: on(now - 86_400_000), today: on(now), tomorrow: on(now + 86_400_000) }
}

test('what the dataset reads of all pages is the truth of today and yesterday', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  const { now, yesterday, today, tomorrow } = days()
  const query = { ...pagedCall(dataset.request).query(scopeFor(today, tomorrow, { channel: US, now })), maxResultsPerPage: '7' }
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const rows: Row[] = []
  let pages = 0
  for (let cursor: string | null = ''; cursor !== null; pages += 1) {
    const { body } = await seller.get(PATH, cursor === '' ? query : { ...query, paginationToken: cursor })
    const read = dataset.document.read(body, contextFor(today, tomorrow, US))
    rows.push(...[...read.verdicts].map((one) => (one.kind === 'row' ? one.row : [one.kind])))
    cursor = read.cursor
  }
  expect(pages).toBeGreaterThan(1)
  const truth = amazon.control.truth({
    account: 'acme-na',
    marketplace: 'US',
    dataset: 'orders-live',
    from: yesterday,
    to: today,
    asOf: now,
  })
  const edge = rows.filter((row) => Number(row[2]) > now - 180_000)
  expect(edge).toEqual([])
  expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length)
  const whole = truth.days[0]
  const own = rows.filter((row) => row[1] === rows[0]?.[1])
  expect(own.length).toBe(whole?.['rows'])
  expect(own.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(whole?.['units'])
  expect(own.reduce((sum, row) => sum + Number(row[5] ?? 0), 0)).toBe(whole?.['moneyMinor'])
  expect(own.filter((row) => row[5] === null).length).toBe(whole?.['unknown'])
})

test('both kinds of dates, an end of this minute, a word for data that is none and a borrowed cursor are refused', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  const { now } = days()
  const after = new Date(now - 3_600_000).toISOString()
  const good = { createdAfter: after, marketplaceIds: US.marketplaceId }
  const statusOf = async (change: Readonly<Record<string, string>>) => (await seller.get(PATH, { ...good, ...change })).status
  expect(await statusOf({})).toBe(200)
  expect(await statusOf({ lastUpdatedAfter: after })).toBe(400)
  expect(await statusOf({ createdBefore: new Date(now).toISOString() })).toBe(400)
  expect(await statusOf({ includedData: 'EVERYTHING' })).toBe(400)
  expect(await statusOf({ paginationToken: 'made-up' })).toBe(400)
  expect(await statusOf({ maxResultsPerPage: '101' })).toBe(400)
  expect(await statusOf({ marketplaceIds: 'A1PA6795UKMFR9' })).toBe(403)
})
