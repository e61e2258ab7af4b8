import { describe, expect, test } from 'vitest'
import { createWords } from '../../../src/renderer/screens/common/words.ts'
import { toCsv } from '../../../src/renderer/screens/reports/csv.ts'
import { forecastSides } from '../../../src/renderer/screens/reports/vendor-forecast-tables.tsx'
import { orderSides } from '../../../src/renderer/screens/reports/vendor-orders-tables.tsx'
import { purchaseOrderText } from '../../../src/renderer/text/report-text.ts'
import type { VendorForecastReport } from '../../../src/shared/contract/views/vendor-forecast.ts'
import type { VendorOrdersReport } from '../../../src/shared/contract/views/vendor-orders.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { NOW } from './fixtures.ts'

const words = createWords({ locale: 'en-GB', zone: 'Europe/Berlin' }, NOW)
const frame = {
  channelId: brand<VendorOrdersReport['channelId']>(1),
  from: '2026-09-13',
  to: '2026-09-15',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  moneyScale: 2,
  asOf: NOW,
  days: [],
  missingDays: [],
  settlingDays: [],
}
const week = { from: '2026-09-13', to: '2026-09-19' }

describe('what is copied and exported of a forecast', () => {
  const report: VendorForecastReport = {
    ...frame,
    generatedOn: '2026-09-13',
    rows: [{ ...week, asin: 'B0A', meanUnits: 3.205, p70Units: 4, p80Units: 5, p90Units: 6 }],
    weeks: [{ ...week, products: 1, meanUnits: 3.205 }],
    next: { ...week, weeks: 1 },
    products: [
      { asin: 'B0A', nextMeanUnits: 3.205, weekMeanUnits: 3.205, weekP70Units: 4, weekP80Units: 5, weekP90Units: 6 },
      { asin: 'B0B', nextMeanUnits: null, weekMeanUnits: null, weekP70Units: null, weekP80Units: null, weekP90Units: null },
    ],
    totals: { products: 2, lacking: 1, weeks: 1, nextMeanUnits: 3.205 },
  }
  const [weeks, products, every] = forecastSides(report, words)

  test('weeks are ISO days and means; no quantile is among the sums', () => {
    expect([weeks?.head, weeks?.cells]).toEqual([['from', 'to', 'mean units', 'products'], [['2026-09-13', '2026-09-19', 3.205, 1]]])
    expect(every?.cells).toEqual([['2026-09-13', '2026-09-19', 'B0A', 3.205, 4, 5, 6]])
  })

  test('a product without a forecast is empty, not nought', () => {
    expect(products?.cells[1]).toEqual(['B0B', null, null, null, null, null])
    expect(toCsv([], products?.cells.slice(1) ?? [])).toContain('B0B,,,,,')
  })
})

describe('what is copied and exported of purchase orders', () => {
  const order = { orderedAt: NOW, state: 'New', type: '', changedAt: null, articles: 1, units: 20 }
  const report: VendorOrdersReport = {
    ...frame,
    lostDays: [],
    rows: [
      { ...order, number: 'ZZ2', orderedOn: '2026-09-15', costMinor: 12_345 },
      { ...order, number: 'AA1', orderedOn: '2026-09-14', costMinor: null },
    ],
    items: [{ number: 'ZZ2', line: '1', asin: 'B0A', sku: '=1+1', units: 20, unitCostMinor: 617, costMinor: 12_345 }],
    totals: { orders: 2, open: 2, articles: 2, units: 40, costMinor: null, withoutCost: 1 },
  }
  const [orders, articles] = orderSides(report, words)

  test('orders stand as the report gives them, the newest first, an unknown cost empty', () => {
    expect(orders?.cells).toEqual([
      ['ZZ2', '2026-09-15', 'New', '', 1, 20, 123.45],
      ['AA1', '2026-09-14', 'New', '', 1, 20, null],
    ])
  })

  test('articles follow, with what looks like a formula disarmed', () => {
    expect(toCsv([], articles?.cells ?? [])).toContain("ZZ2,1,B0A,'=1+1,20,6.17,123.45")
  })

  test('a word of Amazon’s that is new is shown as it came, one left out as a dash', () => {
    expect(['RegularOrder', 'SomethingNew', ''].map((word) => purchaseOrderText.type(word))).toEqual(['Regular', 'SomethingNew', '–'])
    expect(['Acknowledged', ''].map((word) => purchaseOrderText.state(word))).toEqual(['Acknowledged', '–'])
  })
})
