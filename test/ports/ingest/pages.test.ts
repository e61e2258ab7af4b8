import { afterEach, beforeEach, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { days, GERMANY, openShop, orderFor, type Shop } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const dataset = brand<DatasetId>('transactions')
const range = days('2026-03-01', '2026-03-04')
const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))
const transaction = (id: string, amount: number, change: object = {}) => ({
  transactionId: id,
  transactionType: 'Shipment',
  transactionStatus: 'RELEASED',
  postedDate: '2026-03-02T10:00:00Z',
  totalAmount: { currencyAmount: amount, currencyCode: 'EUR' },
  breakdowns: [
    {
      breakdownType: 'Sales',
      breakdownAmount: { currencyAmount: amount, currencyCode: 'EUR' },
      breakdowns: [{ breakdownType: 'ProductCharges', breakdownAmount: { currencyAmount: amount, currencyCode: 'EUR' } }],
    },
  ],
  ...change,
})
const page = (transactions: unknown[], nextToken: string | null = null) =>
  bytes({ payload: { transactions, ...(nextToken === null ? {} : { nextToken }) } })
const receipts = () => shop.reader.stores.ledger.receipts(GERMANY.id, dataset, range, 'hash')

test('pages become one commit, empty ones in between included', async () => {
  const order = orderFor({ dataset, amazonReportId: null })
  expect(await shop.ingest.addPage(order, page([transaction('T1', 10)], 'two'))).toEqual({ ok: true, value: { cursor: 'two' } })
  expect(await shop.ingest.addPage(order, page([], 'three'))).toEqual({ ok: true, value: { cursor: 'three' } })
  expect(await shop.ingest.addPage(order, page([transaction('T2', 5.5)]))).toEqual({ ok: true, value: { cursor: null } })
  expect(await receipts(), 'nothing is held before the last page').toEqual([])
  expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: 2 } })
  expect((await receipts()).map((one) => [one.rows, one.moneyMinor])).toEqual([
    [0, 0],
    [2, 1550],
    [0, 0],
  ])
  expect(await shop.reader.stores.reports.profit(GERMANY.id, range)).toEqual([
    { day: range.from + 1, category: 'sales', amountMinor: 1550, transactions: 2 },
  ])
})

test('a page delivered twice and a transaction on two pages count once', async () => {
  const order = orderFor({ dataset })
  const first = [transaction('T1', 10), transaction('T2', 5)]
  await shop.ingest.addPage(order, page(first, 'two'))
  expect(await shop.ingest.addPage(order, page(first, 'two'))).toEqual({ ok: true, value: { cursor: 'two' } })
  await shop.ingest.addPage(order, page([transaction('T2', 5, { transactionStatus: 'DEFERRED_RELEASED' }), transaction('T3', 1)]))
  expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: 3 } })
  expect((await receipts())[1]).toMatchObject({ rows: 3, moneyMinor: 1600 })
})

test('a bad page is refused and takes nothing of its run with it', async () => {
  const order = orderFor({ dataset })
  await shop.ingest.addPage(order, page([transaction('T1', 10)], 'two'))
  for (const body of [
    bytes({ errors: [{ code: 'Unauthorized' }] }),
    bytes('<html>'),
    new TextEncoder().encode('<html>'),
    Uint8Array.of(0xff, 0xfe),
    new TextEncoder().encode(`${'['.repeat(100)}${']'.repeat(100)}`),
    page([transaction('T2', 1, { postedDate: 'x' })]),
  ]) {
    expect(await shop.ingest.addPage(order, body)).toMatchObject({
      ok: false,
      error: { kind: 'bad-document', evidence: expect.stringContaining('transactions') },
    })
  }
  expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: 1 } })
})

test('dropped pages are forgotten, and there is nothing to commit then', async () => {
  const order = orderFor({ dataset })
  await shop.ingest.addPage(order, page([transaction('T1', 10)]))
  await shop.ingest.dropPages(order.runId)
  expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
  expect(await receipts()).toEqual([])
})

test('days that Amazon proved empty have receipts, and a later figure is a change', async () => {
  await shop.ingest.commitEmpty(orderFor({ dataset }), 'cancelled for want of rows')
  expect((await receipts()).map((one) => [one.rows, one.intact])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ])
  const order = orderFor({ dataset })
  await shop.ingest.addPage(order, page([transaction('T1', 10)]))
  expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { changedDays: 1 } })
})
