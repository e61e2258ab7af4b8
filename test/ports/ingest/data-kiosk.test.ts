import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { ADDRESS, day, GERMANY, NOON, openShop, orderFor, type Shop, days } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const traffic = (change: Parameters<typeof orderFor>[0] = {}) => orderFor({ dataset: brand<DatasetId>('sales-traffic-daily'), ...change })
const euro = (amount: number) => ({ amount, currencyCode: 'EUR' })
const SALES = {
  unitsOrdered: 4,
  totalOrderItems: 3,
  orderedProductSales: euro(59.97),
  unitsRefunded: 0,
  unitsShipped: 4,
  ordersShipped: 3,
  shippedProductSales: euro(59.97),
}
const TRAFFIC = { sessions: 80, pageViews: 120, buyBoxPercentage: 97.25 }
const line = (on: string, marketplaceId: string = GERMANY.marketplaceId) =>
  `${JSON.stringify({ startDate: on, endDate: on, marketplaceId, sales: SALES, traffic: TRAFFIC })}\n`
const text = line('2026-03-01') + line('2026-03-02') + line('2026-03-02', 'A13V1IB3VIYZZH')

describe('a document of lines', () => {
  test.each([
    ['plain', text],
    ['packed without a word about it', new Uint8Array(gzipSync(text))],
  ])('%s is committed with a receipt for every day asked for', async (_, body) => {
    const done = await shop.commit(traffic(), body, { gzip: false, contentType: 'application/jsonl' })
    expect(done).toMatchObject({ ok: true, value: { rows: 2, foreignRows: 1 } })
    const receipts = await shop.reader.stores.ledger.receipts(GERMANY.id, traffic().dataset, days('2026-03-01', '2026-03-04'), 'hash')
    expect(receipts.map((one) => [one.day, one.rows, one.moneyMinor, one.intact])).toEqual([
      [day('2026-03-01'), 1, 5997, true],
      [day('2026-03-02'), 1, 5997, true],
      [day('2026-03-03'), 0, 0, true],
    ])
  })

  test.each([
    ['cut in the middle of a line', text.slice(0, -40), 'line 3'],
    ['with a line that is no JSON', `${line('2026-03-01')}Try again later\n`, 'line 2'],
    ['that is one JSON list', `[${line('2026-03-01').trim()}]\n`, 'line 1'],
  ])('%s is refused whole, and the line is named', async (_, body, where) => {
    const refused = await shop.commit(traffic(), body, { gzip: false })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
    expect(refused.ok ? '' : refused.error.evidence).toContain(where)
    expect(await shop.reader.stores.ledger.receipts(GERMANY.id, traffic().dataset, days('2026-03-01', '2026-03-04'), 'sums')).toEqual([])
  })

  test('is read as the report when the run fell back', async () => {
    const report = JSON.stringify({
      reportSpecification: { reportOptions: { dateGranularity: 'DAY' }, marketplaceIds: [GERMANY.marketplaceId] },
      salesAndTrafficByDate: [{ date: '2026-03-02', salesByDate: SALES, trafficByDate: TRAFFIC }],
      salesAndTrafficByAsin: [],
    })
    expect(await shop.commit(traffic({ way: 'fallback' }), report)).toMatchObject({ ok: true, value: { rows: 1 } })
    expect(await shop.commit(traffic(), report)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
  })
})

describe('a result of several documents', () => {
  const held = () => shop.reader.stores.ledger.receipts(GERMANY.id, traffic().dataset, days('2026-03-01', '2026-03-04'), 'hash')
  const add = (order: ReturnType<typeof traffic>, body: string) => {
    shop.serve(body)
    return shop.ingest.addDocument(order, { url: ADDRESS, gzip: false })
  }

  test('shows nothing of itself until all are there, and then every day at once', async () => {
    const order = traffic()
    expect(await add(order, line('2026-03-01'))).toEqual({ ok: true, value: null })
    expect(await held()).toEqual([])
    await add(order, line('2026-03-02') + line('2026-03-02', 'A13V1IB3VIYZZH'))
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: 2, foreignRows: 1 } })
    expect((await held()).map((one) => [one.rows, one.intact])).toEqual([
      [1, true],
      [1, true],
      [0, true],
    ])
  })

  test('of which one cannot be read leaves what was held as it was', async () => {
    await shop.commit(traffic(), text, { gzip: false })
    const before = await held()
    const order = traffic({ fetchedAt: NOON + 1000 })
    await add(order, line('2026-03-01'))
    expect(await add(order, 'Try again later\n')).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
    await shop.ingest.dropPages(order.runId)
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: false })
    expect(await held()).toEqual(before)
  })

  test('that holds the same document twice is refused: the page in its place is missing', async () => {
    const order = traffic()
    await add(order, line('2026-03-01'))
    expect(await add(order, line('2026-03-01'))).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
  })
})

test('a deferred transaction that is released restates its day and stays one row', async () => {
  const page = (transactionStatus: string) =>
    new TextEncoder().encode(
      JSON.stringify({
        payload: {
          transactions: [
            {
              transactionId: 'T1',
              transactionType: 'Shipment',
              transactionStatus,
              postedDate: '2026-03-02T10:00:00Z',
              totalAmount: { currencyAmount: 10, currencyCode: 'EUR' },
              marketplaceDetails: { marketplaceId: GERMANY.marketplaceId },
              breakdowns: [{ breakdownType: 'Sales', breakdownAmount: { currencyAmount: 10, currencyCode: 'EUR' } }],
            },
          ],
        },
      }),
    )
  for (const [status, fetchedAt] of [
    ['DEFERRED', NOON],
    ['DEFERRED_RELEASED', NOON + 1000],
  ] as const) {
    const order = orderFor({ dataset: brand<DatasetId>('transactions'), fetchedAt, amazonReportId: null })
    await shop.ingest.addPage(order, page(status))
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: 1 } })
  }
  expect(await shop.reader.stores.ledger.restatements({ channelId: GERMANY.id, limit: 5 })).toMatchObject([
    { day: day('2026-03-02'), rowsBefore: 1, rowsAfter: 1, moneyBefore: 1000, moneyAfter: 1000 },
  ])
})
