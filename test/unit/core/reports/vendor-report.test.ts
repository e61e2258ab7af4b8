import { describe, expect, test } from 'vitest'
import type { ReportStore, VendorStockRow } from '../../../../src/main/core/ports/report-store.ts'
import { readVendor, type VendorCoverage } from '../../../../src/main/core/reports/vendor-report.ts'
import type { CoverageDay, DayState } from '../../../../src/shared/domain/coverage.ts'
import { addDays, interval } from '../../../../src/shared/domain/day.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { day, GERMANY } from '../../datasets/scope.ts'

const first = day('2026-03-01')
const range = interval(first, addDays(first, 3))

function covered(fetchedAt: number, ...states: readonly DayState[]): CoverageDay[] {
  return states.map((state, at) => ({
    channelId: GERMANY.id,
    dataset: brand<DatasetId>('vendor'),
    day: addDays(first, at),
    state,
    rows: 1,
    moneyMinor: null,
    currency: 'EUR',
    receiptId: 1,
    fetchedAt,
    settlesOn: null,
    fetchableUntil: null,
  }))
}

const WHOLE = ['complete-settled', 'complete-settled', 'complete-settled'] as const

const sold = (at: number, asin: string, units: number) => ({
  day: addDays(first, at),
  asin,
  shippedUnits: units,
  shippedMinor: units * 100,
  shippedCogsMinor: units * 60,
  returns: 0,
})
const stock = (at: number, asin: string, wish: Partial<VendorStockRow> = {}): VendorStockRow => ({
  day: addDays(first, at),
  asin,
  sellableUnits: 10,
  sellableMinor: 600,
  unsellableUnits: 0,
  agedUnits: 2,
  agedMinor: 120,
  unhealthyUnits: 0,
  unfilledUnits: 1,
  openOrderUnits: 4,
  receivedUnits: 3,
  ...wish,
})
const margin = (at: number, asin: string, marginMillionths: number) => ({ day: addDays(first, at), asin, marginMillionths })

const store = {
  vendor: async () => [0, 1, 2].map((at) => ({ ...sold(at, 'A', 10), orderedUnits: 11, orderedMinor: at === 1 ? null : 1100 })),
  vendorSourcing: async () => [sold(0, 'A', 7), sold(1, 'A', 7), sold(2, 'B', 9)],
  vendorStock: async () => [stock(0, 'A'), stock(0, 'B', { agedUnits: null }), stock(2, 'A', { sellableUnits: 8 }), stock(2, 'B')],
  vendorTraffic: async () => [
    { day: first, asin: 'A', glanceViews: 50 },
    { day: addDays(first, 2), asin: 'B', glanceViews: 80 },
  ],
  vendorMargins: async () => [margin(0, 'A', 300_000), margin(2, 'A', -50_000), margin(2, 'B', 250_000), margin(2, 'C', 100_000)],
} as unknown as ReportStore

const whole: VendorCoverage = {
  sales: covered(1, ...WHOLE),
  sourcing: covered(2, ...WHOLE),
  stock: covered(3, ...WHOLE),
  traffic: covered(4, ...WHOLE),
  netPpm: covered(5, ...WHOLE),
}
const read = (wish: Partial<VendorCoverage> = {}) => readVendor(store, GERMANY, range, { ...whole, ...wish })

test('every part has an age and days of its own, and lacks only what is missing in it', async () => {
  const report = await read({
    traffic: covered(4, 'complete-settled', 'missing-fetchable', 'complete-settling'),
    stock: covered(3, 'complete-settled', 'missing-lost', 'missing-fetchable'),
    netPpm: null,
  })
  expect([report.asOf, report.sourcing?.asOf, report.stock?.asOf, report.traffic?.asOf, report.netPpm]).toEqual([1, 2, 3, 4, null])
  expect([report.missingDays, report.stock?.missingDays, report.traffic?.missingDays]).toEqual([
    [],
    ['2026-03-02', '2026-03-03'],
    ['2026-03-02'],
  ])
  expect(report.traffic?.settlingDays).toEqual(['2026-03-03'])
  expect(report.rows).toHaveLength(3)
  expect(report.stock?.rows.map((row) => [row.day, row.sellableUnits])).toEqual([['2026-03-01', 20]])
  expect(report.stock?.newest).toBe('2026-03-01')
})

test('sourcing stands beside manufacturing and is never part of its sums', async () => {
  const report = await read()
  expect([report.totals.shippedUnits, report.sourcing?.totals.shippedUnits]).toEqual([30, 23])
  expect(report.sourcing?.products.map((one) => [one.asin, one.shippedUnits])).toEqual([
    ['A', 14],
    ['B', 9],
  ])
  expect(Object.keys(report.sourcing?.totals ?? {})).not.toContain('orderedUnits')
})

describe('what Amazon leaves out', () => {
  test('one product without an ordered amount makes the sum unknown, not smaller', async () => {
    const report = await read()
    expect([report.totals.orderedUnits, report.totals.orderedMinor]).toEqual([33, null])
    expect(report.rows.map((row) => row.orderedMinor)).toEqual([1100, null, 1100])
  })

  test('a product without an aged figure makes the day’s aged stock unknown', async () => {
    const { stock: held } = await read()
    expect(held?.rows.map((row) => row.agedUnits)).toEqual([null, null, 4])
  })

  test('a day that names no product has no stock, but proven no views', async () => {
    const report = await read()
    expect(report.stock?.rows[1]).toMatchObject({ day: '2026-03-02', sellableUnits: null, unfilledUnits: null })
    expect(report.traffic?.rows[1]).toEqual({ day: '2026-03-02', glanceViews: 0 })
  })
})

test('stock of products is that of the newest day, not a sum of days', async () => {
  const { stock: held } = await read()
  expect(held?.newest).toBe('2026-03-03')
  expect(held?.products.map((one) => [one.asin, one.sellableUnits])).toEqual([
    ['B', 10],
    ['A', 8],
  ])
  expect(held).not.toHaveProperty('totals')
})

test('net PPM is told by its lowest, middle and highest product; nothing is added up', async () => {
  const { netPpm } = await read()
  expect(netPpm?.rows).toEqual([
    { day: '2026-03-01', lowest: 0.3, middle: 0.3, highest: 0.3, products: 1 },
    { day: '2026-03-02', lowest: null, middle: null, highest: null, products: 0 },
    { day: '2026-03-03', lowest: -0.05, middle: 0.1, highest: 0.25, products: 3 },
  ])
  expect(netPpm?.products.map((one) => [one.asin, one.netPpm])).toEqual([
    ['B', 0.25],
    ['C', 0.1],
    ['A', -0.05],
  ])
  expect(netPpm).not.toHaveProperty('totals')
})
