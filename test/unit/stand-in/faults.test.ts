import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { demoWorld } from '../../../src/stand-in/index.ts'
import { fetchReport, openAmazon, ORDERS, partnerOf, readTable, type Json, type Partner } from './amazon.ts'

const US = 'ATVPDKIKX0DER'
let amazon: StandIn
let seller: Partner

beforeEach(async () => {
  amazon = await openAmazon({ world: { ...demoWorld(), inventoryPageSize: 8 } })
  amazon.control.pace({ quotas: 'off' })
  seller = await partnerOf(amazon, 'kestrel', 'na')
  await seller.signIn()
})
afterEach(() => amazon.stop())

const request: Json = {
  reportType: ORDERS,
  marketplaceIds: [US],
  dataStartTime: '2026-09-01T00:00:00Z',
  dataEndTime: '2026-09-03T00:00:00Z',
}
const heads = (bytes: Buffer): string[] =>
  (
    bytes
      .toString()
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)[0] ?? ''
  ).split('\t')

describe('documents can be', () => {
  test('a sentence instead of a table', async () => {
    amazon.control.fault({ kind: 'document-sentence', count: 1 })
    expect((await fetchReport(seller, request)).bytes.toString()).toMatch(/^We could not/)
    expect(heads((await fetchReport(seller, request)).bytes)).toContain('amazon-order-id')
  })

  test('one column richer, or with a state nobody has seen', async () => {
    amazon.control.fault({ kind: 'unknown-column' })
    amazon.control.fault({ kind: 'new-enum' })
    const { bytes } = await fetchReport(seller, request)
    expect(heads(bytes)).toContain('novel-column')
    expect(new Set(readTable(bytes.toString()).map((row) => row['order-status']))).toEqual(new Set(['Rerouted']))
  })

  test('announced under the wrong charset', async () => {
    amazon.control.fault({ kind: 'wrong-charset', count: 1 })
    expect((await fetchReport(seller, request)).contentType).toContain('Cp1252')
  })

  test('spoiled on the way', async () => {
    amazon.control.fault({ kind: 'corrupt-gzip', count: 1 })
    await expect(fetchReport(seller, request)).rejects.toThrow()
  })

  test('late for as long as it was ordered', async () => {
    amazon.control.fault({ kind: 'never-done', forMs: 900_000 })
    const { report } = await fetchReport(seller, request)
    expect(report['processingStatus']).toBe('IN_PROGRESS')
    amazon.clock.advance(700_000)
    expect((await seller.get(`/reports/2021-06-30/reports/${String(report['reportId'])}`)).body['processingStatus']).toBe('DONE')
  })
})

describe('an outage', () => {
  const ask = () => seller.get('/sellers/v1/marketplaceParticipations')

  test('of everything answers 503 to everybody and ends when cleared', async () => {
    amazon.control.fault({ kind: 'outage', api: 'all', status: '503' })
    expect((await ask()).status).toBe(503)
    expect((await seller.renew()).status).toBe(503)
    amazon.control.clearFaults()
    expect((await ask()).status).toBe(200)
  })

  test('can look like an ended token although renewing works', async () => {
    amazon.control.fault({ kind: 'outage', api: 'selling', status: '403-expired' })
    expect((await ask()).status).toBe(403)
    expect((await seller.renew()).status).toBe(200)
  })

  test('that hangs does not keep the stand-in from stopping', async () => {
    const other = await openAmazon()
    const partner = await partnerOf(other, 'kestrel', 'na')
    other.control.fault({ kind: 'outage', api: 'login', status: 'hang' })
    const cut = expect(partner.renew()).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await other.stop()
    await cut
  })

  test('leaves its trace in the log', async () => {
    amazon.control.clearLog()
    amazon.control.fault({ kind: 'outage', api: 'selling', status: '500', count: 1 })
    await ask()
    await ask()
    expect(amazon.control.log().map((line) => [line.status, line.note])).toEqual([
      [500, 'outage 500'],
      [200, undefined],
    ])
  })
})

test('the file by last update names the orders that changed, old ones among them', async () => {
  const type = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL'
  const { bytes } = await fetchReport(seller, {
    ...request,
    reportType: type,
    dataStartTime: '2026-09-13T00:00:00Z',
    dataEndTime: '2026-09-14T00:00:00Z',
  })
  const rows = readTable(bytes.toString())
  expect(rows.every((row) => (row['last-updated-date'] ?? '').startsWith('2026-09-13'))).toBe(true)
  expect(rows.some((row) => (row['purchase-date'] ?? '') < '2026-09-11')).toBe(true)
})

test('an account that is suspended is refused without a word, and only that one', async () => {
  const other = await partnerOf(amazon, 'acme-na', 'na')
  await other.signIn()
  amazon.control.fault({ kind: 'account-suspended', account: 'kestrel' })
  expect((await seller.get('/sellers/v1/marketplaceParticipations')).status).toBe(403)
  expect((await other.get('/sellers/v1/marketplaceParticipations')).status).toBe(200)
})

test('participations name the shadow marketplace beside the real one', async () => {
  const { body } = await seller.get('/sellers/v1/marketplaceParticipations')
  const names = (body['payload'] as { marketplace: { name: string; id: string } }[]).map((one) => one.marketplace.name)
  expect(names).toEqual(['Amazon.com', 'Non-Amazon US'])
})

test('listings and stock come page by page and whole', async () => {
  const skus: unknown[] = []
  let pageToken: string | undefined
  do {
    const { body } = await seller.get('/listings/2021-08-01/items/A3KESTRELAUD10', {
      marketplaceIds: US,
      pageSize: '5',
      ...(pageToken === undefined ? {} : { pageToken }),
    })
    skus.push(...(body['items'] as Json[]).map((one) => one['sku']))
    pageToken = (body['pagination'] as { nextToken?: string }).nextToken
  } while (pageToken !== undefined)
  const { days } = amazon.control.truth({ account: 'kestrel', marketplace: US, dataset: 'listings', from: '2026-09-15', to: '2026-09-15' })
  expect(new Set(skus).size).toBe(days[0]?.['rows'])
  const stock = await seller.get('/fba/inventory/v1/summaries', { granularityType: 'Marketplace', granularityId: US, marketplaceIds: US })
  const { nextToken = '' } = (stock.body['pagination'] ?? {}) as { nextToken?: string }
  amazon.clock.advance(31_000)
  const late = await seller.get('/fba/inventory/v1/summaries', {
    granularityType: 'Marketplace',
    granularityId: US,
    marketplaceIds: US,
    nextToken,
  })
  expect(late.status).toBe(400)
})
