import { expect, test } from 'vitest'
import { brand } from '../../../../src/shared/lib/brand.ts'
import type { ChannelId } from '../../../../src/shared/domain/ids.ts'
import { Secret } from '../../../../src/shared/lib/secret.ts'
import { DAY, HOUR, makeDataset, MINUTE } from './datasets.ts'
import { openShop, type Shop } from './shop.ts'

const TYPE = 'TYPE_payouts'
const payouts = () =>
  makeDataset('payouts', {
    request: { kind: 'listed-reports', reportType: TYPE },
    document: { kind: 'statement', headers: {}, sentences: [], open: () => ({ kind: 'bad', column: 'x', why: 'never read here' }) },
    timing: { longestSpanDays: 14, lookBackDays: 90, publishDelayMs: 15 * DAY, everyMs: DAY },
  })

/** One account with a German and a French channel, and so many documents in Amazon's list. */
async function opened(documents: number): Promise<Shop> {
  const shop = openShop({ now: '2026-03-20T11:00:00Z', wantedFrom: '2026-01-01', datasets: [payouts()] })
  const [german] = shop.memory.channels
  if (german) shop.memory.channels.push({ ...german, id: brand<ChannelId>(2), country: 'FR' })
  for (let index = 0; index < documents; index += 1) await listOne(shop)
  await shop.clock.advance(HOUR)
  return shop
}

async function listOne(shop: Shop): Promise<void> {
  const access = { access: new Secret('amazon'), clientId: 'c', endsAt: Number.MAX_SAFE_INTEGER }
  await shop.amazon.createReport(
    { access, region: 'eu', bucketKey: 'account-1' },
    { reportType: TYPE, marketplaceIds: [], options: {}, dates: null },
  )
}

const taken = (shop: Shop) => shop.memory.commits.map((one) => one.order.amazonReportId)

test('one channel reads every page of the list for all, and each document is taken once for both', async () => {
  const shop = await opened(5)
  shop.sync.start()
  await shop.clock.advance(10 * MINUTE)
  expect(shop.amazon.count('listReports')).toBe(3)
  expect(taken(shop)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5'])
  expect(shop.memory.commits.every((one) => one.order.siblings?.length === 2)).toBe(true)
  expect([...shop.memory.changes.keys()].sort()).toEqual(['1/payouts', '2/payouts'])
})

test('the next day the list is read again, and only what is new in it is fetched', async () => {
  const shop = await opened(2)
  shop.sync.start()
  await shop.clock.advance(HOUR)
  await listOne(shop)
  await shop.clock.advance(25 * HOUR)
  expect(taken(shop)).toEqual(['R1', 'R2', 'R3'])
  expect(shop.amazon.count('resolveDocument')).toBe(3)
})

test('being asked to wait in the middle of a long list costs the wait, not the pages before', async () => {
  const shop = await opened(6)
  let isLate = true
  shop.amazon.faults.standing((operation, call) => {
    if (operation !== 'listReports' || shop.amazon.count('listReports') !== 2 || !isLate) return null
    isLate = false
    return { kind: 'throttled', tryAgainAt: call.at + MINUTE }
  })
  shop.sync.start()
  await shop.clock.advance(20 * MINUTE)
  // Three pages, one of them asked for twice.
  expect(shop.amazon.count('listReports')).toBe(4)
  expect(taken(shop)).toHaveLength(6)
})

test('a document that cannot be used keeps no other away; the list is not read whole, and it is tried again later', async () => {
  const shop = await opened(3)
  shop.memory.refuse = (order) => (order.amazonReportId === 'R2' ? { kind: 'bad-document', evidence: 'sums differ' } : null)
  shop.sync.start()
  await shop.clock.advance(HOUR)
  expect(taken(shop)).toEqual(['R1', 'R3'])
  expect(shop.memory.changes.size).toBe(0)
  shop.memory.refuse = () => null
  await shop.clock.advance(8 * HOUR)
  expect(taken(shop)).toEqual(['R1', 'R3', 'R2'])
  expect(shop.memory.changes.size).toBe(2)
})

test('a document that Amazon lists and does not give out keeps no newer one away', async () => {
  const shop = await opened(3)
  shop.amazon.faults.standing((operation, call) =>
    operation === 'resolveDocument' && call.reportId === 'R2' ? { kind: 'not-found', evidence: '404 NotFound' } : null,
  )
  shop.sync.start()
  await shop.clock.advance(HOUR)
  expect(taken(shop)).toEqual(['R1', 'R3'])
  expect(shop.memory.changes.size).toBe(0)
})

test('a process that dies between two documents goes on with the next', async () => {
  const shop = await opened(4)
  let isOver = false
  shop.memory.refuse = (order) => {
    if (order.amazonReportId !== 'R3' || isOver) return null
    isOver = true
    shop.crash()
    return { kind: 'storage', evidence: 'gone' }
  }
  shop.sync.start()
  await shop.clock.advance(10 * MINUTE)
  expect(taken(shop)).toEqual(['R1', 'R2'])
  shop.sync.start()
  await shop.clock.advance(2 * HOUR)
  expect(taken(shop)).toEqual(['R1', 'R2', 'R3', 'R4'])
})
