import { afterEach, beforeEach, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { day, days, GERMANY, JAPAN, NOON, openShop, orderFor, type Shop } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const dataset = brand<DatasetId>('orders-live')
const live = (change: Parameters<typeof orderFor>[0] = {}) =>
  orderFor({ dataset, interval: days('2026-03-20', '2026-03-21'), amazonReportId: null, ...change })
const euro = (amount: string, currencyCode = 'EUR') => ({ amount, currencyCode })
const bought = (quantityOrdered: number, goods?: string, currency?: string) => ({
  quantityOrdered,
  ...(goods === undefined ? {} : { proceeds: { breakdowns: [{ type: 'ITEM', subtotal: euro(goods, currency) }] } }),
})
const order = (orderId: string, createdTime: string, ...orderItems: object[]) => ({
  orderId,
  createdTime,
  lastUpdatedTime: createdTime,
  salesChannel: { channelName: 'AMAZON', marketplaceId: GERMANY.marketplaceId },
  buyer: { buyerName: 'Kim Muster' },
  orderItems,
})
const page = (orders: readonly object[], nextToken?: string) =>
  new TextEncoder().encode(JSON.stringify({ orders, ...(nextToken === undefined ? {} : { pagination: { nextToken } }) }))
const today = (channel = GERMANY.id) => shop.reader.stores.reports.latestSales(channel, day('2026-03-20'))
const takenAt = async () => (await shop.reader.stores.ledger.snapshots()).find((one) => one.dataset === dataset)?.takenAt ?? null

const FIRST = page(
  [
    order('302-1', '2026-03-19T22:59:00Z', bought(1, '50.00')),
    order('302-2', '2026-03-19T23:30:00Z', bought(2, '19.99'), bought(1, '5.00')),
  ],
  'two',
)
const SECOND = page([order('302-3', '2026-03-20T10:00:00Z', bought(1)), order('302-4', '2026-03-20T11:00:00Z', bought(1, '7.01'))])

test('all pages of a search become rows at once; the day is the marketplace’s, and a missing price is counted and not in the money', async () => {
  const run = live()
  expect(await shop.ingest.addPage(run, FIRST)).toEqual({ ok: true, value: { cursor: 'two' } })
  expect([await today(), await takenAt()]).toEqual([{ orders: 0, units: 0, orderedMinor: 0, unknownPrices: 0 }, null])
  await shop.ingest.addPage(run, SECOND)
  expect(await shop.ingest.commitPages(run)).toMatchObject({ ok: true, value: { rows: 4 } })
  expect(await today()).toEqual({ orders: 3, units: 5, orderedMinor: 3200, unknownPrices: 1 })
  expect(await takenAt()).toBe(NOON)
})

test('the next search replaces what the last one saw: an order that was cancelled is gone, one that was paid has its price', async () => {
  for (const [fetchedAt, orders] of [
    [NOON, [order('302-3', '2026-03-20T10:00:00Z', bought(1)), order('302-5', '2026-03-20T10:30:00Z', bought(3, '9.00'))]],
    [NOON + 3_600_000, [order('302-3', '2026-03-20T10:00:00Z', bought(1, '12.50'))]],
  ] as const) {
    const run = live({ fetchedAt })
    await shop.ingest.addPage(run, page(orders))
    expect(await shop.ingest.commitPages(run)).toMatchObject({ ok: true })
  }
  expect(await today()).toEqual({ orders: 1, units: 1, orderedMinor: 1250, unknownPrices: 0 })
  expect(await takenAt()).toBe(NOON + 3_600_000)
})

test('it owns no day: no receipt, no figure of the sales report, and nothing of another channel', async () => {
  const run = live()
  await shop.ingest.addPage(run, SECOND)
  await shop.ingest.commitPages(run)
  const range = days('2026-03-19', '2026-03-21')
  expect(await shop.reader.stores.reports.sales(GERMANY.id, range)).toEqual([])
  expect(await shop.reader.stores.ledger.receipts(GERMANY.id, brand<DatasetId>('orders'), range, 'hash')).toEqual([])
  expect((await today(JAPAN.id)).orders).toBe(0)
})

test('a bad order refuses the page, and what was held stays', async () => {
  const first = live()
  await shop.ingest.addPage(first, SECOND)
  await shop.ingest.commitPages(first)
  const before = await today()
  const second = live({ fetchedAt: NOON + 3_600_000 })
  const foreign = page([order('302-9', '2026-03-20T10:00:00Z', bought(1, '5.00', 'USD'))])
  expect(await shop.ingest.addPage(second, foreign)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
  await shop.ingest.dropPages(second.runId)
  expect(await today()).toEqual(before)
})

test('no buyer is in the database', async () => {
  const run = live()
  await shop.ingest.addPage(run, SECOND)
  await shop.ingest.commitPages(run)
  const db = new Database(shop.path, { readonly: true })
  const rows = db.prepare('SELECT * FROM latest_orders').all()
  db.close()
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/Kim|Muster/)
})
