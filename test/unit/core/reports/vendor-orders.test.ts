import { expect, test } from 'vitest'
import type { PurchaseOrderLineRow, ReportStore } from '../../../../src/main/core/ports/report-store.ts'
import { readVendorOrders } from '../../../../src/main/core/reports/vendor-orders.ts'
import { vendorOrdersReport } from '../../../../src/shared/contract/views/vendor-orders.ts'
import type { DayState } from '../../../../src/shared/domain/coverage.ts'
import { addDays, interval } from '../../../../src/shared/domain/day.ts'
import { day, GERMANY } from '../../datasets/scope.ts'
import { coveredFrom } from './covered.ts'

const first = day('2026-03-01')
const range = interval(first, addDays(first, 4))
const HOUR = 3_600_000
const NOON = Date.UTC(2026, 2, 1, 12)

function line(at: number, number: string, hour: number, wish: Partial<PurchaseOrderLineRow> = {}): PurchaseOrderLineRow {
  return {
    day: addDays(first, at),
    number,
    line: '1',
    asin: 'A',
    sku: 'S-1',
    state: 'Acknowledged',
    type: 'RegularOrder',
    orderedAt: NOON + at * 24 * HOUR + hour * HOUR,
    changedAt: null,
    units: 10,
    unitCostMinor: 250,
    costMinor: 2500,
    ...wish,
  }
}

const read = async (lines: readonly PurchaseOrderLineRow[], ...states: readonly DayState[]) => {
  const store = { purchaseOrderLines: async () => lines } as unknown as ReportStore
  return readVendorOrders(store, GERMANY, range, coveredFrom(first, 7, ...states))
}
const WHOLE = ['complete-settled', 'complete-settled', 'complete-settling', 'empty-proven'] as const

test('the newest order stands first, whatever its number, and its articles with it', async () => {
  const report = await read(
    [line(0, 'AAA', 0), line(2, 'MMM', 1), line(2, 'MMM', 1, { line: '2', asin: 'B' }), line(2, 'ZZZ', 3)],
    ...WHOLE,
  )
  expect(report.rows.map((row) => [row.number, row.orderedOn, row.articles, row.units, row.costMinor])).toEqual([
    ['ZZZ', '2026-03-03', 1, 10, 2500],
    ['MMM', '2026-03-03', 2, 20, 5000],
    ['AAA', '2026-03-01', 1, 10, 2500],
  ])
  expect(report.items.map((item) => [item.number, item.line, item.asin])).toEqual([
    ['ZZZ', '1', 'A'],
    ['MMM', '1', 'A'],
    ['MMM', '2', 'B'],
    ['AAA', '1', 'A'],
  ])
  expect(report).toMatchObject({ currency: 'EUR', asOf: 7, settlingDays: ['2026-03-03'] })
  expect(vendorOrdersReport.parse(report)).toEqual(report)
})

test('an article without a cost makes its order and the sum unknown, not cheaper', async () => {
  const unknown = { line: '2', unitCostMinor: null, costMinor: null }
  const report = await read([line(0, 'AAA', 0), line(0, 'AAA', 0, unknown), line(1, 'BBB', 0)], ...WHOLE)
  expect(report.rows.map((row) => [row.number, row.units, row.costMinor])).toEqual([
    ['BBB', 10, 2500],
    ['AAA', 20, null],
  ])
  expect(report.totals).toEqual({ orders: 2, open: 2, articles: 3, units: 30, costMinor: null, withoutCost: 1 })
})

test('orders of a day that is not whole are left out, and a lost day is told apart from one still to be had', async () => {
  const lines = [line(0, 'AAA', 0), line(1, 'BBB', 0), line(2, 'CCC', 0), line(3, 'DDD', 0)]
  const report = await read(lines, 'complete-settled', 'missing-lost', 'missing-fetchable', 'partial')
  expect(report.rows.map((row) => row.number)).toEqual(['AAA'])
  expect([report.missingDays, report.lostDays]).toEqual([['2026-03-02', '2026-03-03', '2026-03-04'], ['2026-03-02']])
})

test('an order that Amazon moved to another day is counted once, as it stands there', async () => {
  const moved = { changedAt: NOON + 30 * HOUR, units: 7, costMinor: 1750 }
  const report = await read([line(0, 'AAA', 0, moved), line(2, 'AAA', 0, { changedAt: NOON + HOUR })], ...WHOLE)
  expect(report.rows.map((row) => [row.number, row.orderedOn, row.units])).toEqual([['AAA', '2026-03-01', 7]])
  expect([report.items.length, report.totals.costMinor]).toEqual([1, 1750])
})

test('a closed order is not open, and a state nobody knows is neither', async () => {
  const report = await read(
    [line(0, 'A1', 0, { state: 'New' }), line(0, 'A2', 0, { state: 'Closed' }), line(0, 'A3', 0, { state: '' })],
    ...WHOLE,
  )
  expect([report.totals.orders, report.totals.open]).toEqual([3, 1])
})
