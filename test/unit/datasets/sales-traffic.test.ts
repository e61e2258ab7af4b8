import { describe, expect, test } from 'vitest'
import { dataset as asin } from '../../../src/main/datasets/sales-traffic-asin.dataset.ts'
import { dataset as daily } from '../../../src/main/datasets/sales-traffic-daily.dataset.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { amazonReport, contextFor, day, scopeFor } from './scope.ts'

const context = contextFor('2026-03-02', '2026-03-03')
const euro = (amount: number) => ({ amount, currencyCode: 'EUR' })
const SALES = {
  unitsOrdered: 4,
  totalOrderItems: 3,
  orderedProductSales: euro(59.970000000000006),
  unitsRefunded: 1,
  unitsShipped: 2,
  ordersShipped: 2,
  shippedProductSales: euro(29.99),
}
const TRAFFIC = { sessions: 80, pageViews: 120, buyBoxPercentage: 97.25 }
const line = (change: object = {}) => ({
  startDate: '2026-03-02',
  endDate: '2026-03-02',
  marketplaceId: 'A1PA6795UKMFR9',
  parentAsin: 'B0PARENT01',
  childAsin: 'B0CHILD001',
  sales: SALES,
  traffic: TRAFFIC,
  ...change,
})
const specification = (change: object = {}) => ({
  reportOptions: { dateGranularity: 'DAY', asinGranularity: 'CHILD' },
  dataStartTime: '2026-03-02',
  dataEndTime: '2026-03-02',
  marketplaceIds: ['A1PA6795UKMFR9'],
  ...change,
})
const report = (change: object = {}) => ({
  reportSpecification: specification(change),
  salesAndTrafficByDate: [{ date: '2026-03-02', salesByDate: SALES, trafficByDate: TRAFFIC }],
  salesAndTrafficByAsin: [{ parentAsin: 'B0PARENT01', childAsin: 'B0CHILD001', salesByAsin: SALES, trafficByAsin: TRAFFIC }],
})

function readLine({ document }: Dataset, json: unknown) {
  if (document.kind !== 'json-lines') throw new Error('no lines')
  return document.read(json, context)
}

function readReport({ fallback }: Dataset, json: unknown) {
  if (fallback?.document.kind !== 'json') throw new Error('no report')
  return [...fallback.document.read(json, context)]
}

describe.each([daily, asin])('$id', (dataset) => {
  test('reads the same row from a line of Data Kiosk and from the report it falls back to', () => {
    const row = readLine(dataset, line())
    expect(row).toMatchObject({ kind: 'row' })
    expect(readReport(dataset, report())).toEqual([row])
  })

  test('counts another marketplace’s line and refuses its report', () => {
    expect(readLine(dataset, line({ marketplaceId: 'A13V1IB3VIYZZH' }))).toEqual({ kind: 'foreign' })
    expect(readReport(dataset, report({ marketplaceIds: ['A13V1IB3VIYZZH'] }))).toMatchObject([{ kind: 'bad', column: 'marketplaceIds' }])
  })

  test('refuses several days in one line, another currency and a missing figure', () => {
    expect(readLine(dataset, line({ endDate: '2026-03-03' }))).toMatchObject({ kind: 'bad', column: 'endDate' })
    expect(readLine(dataset, line({ sales: { ...SALES, orderedProductSales: { amount: 5, currencyCode: 'USD' } } }))).toMatchObject({
      kind: 'bad',
      column: 'orderedProductSales',
    })
    expect(readLine(dataset, line({ traffic: { ...TRAFFIC, sessions: undefined } }))).toMatchObject({ kind: 'bad', column: 'sessions' })
    expect(readLine(dataset, [])).toMatchObject({ kind: 'bad' })
  })
})

test('a sum with the noise of a double is kept to the cent, and a share in hundredths of a percent', () => {
  const read = readLine(daily, line())
  expect(read.kind === 'row' && read.row).toEqual([day('2026-03-02'), 4, 3, 5997, 1, 2, 2, 2999, 80, 120, 9725])
})

test('products of a report that adds several days up are refused', () => {
  expect(readReport(asin, report({ dataEndTime: '2026-03-05' }))).toMatchObject([{ kind: 'bad', column: 'dataStartTime' }])
  expect(readReport(asin, report({ reportOptions: { asinGranularity: 'PARENT' } }))).toMatchObject([{ kind: 'bad' }])
})

test('a query names its days in the marketplace’s calendar, both in, and stays far below Amazon’s length', () => {
  if (daily.request.kind !== 'data-kiosk') throw new Error('no query')
  const text = daily.request.query(scopeFor('2026-03-01', '2026-03-31'))
  expect(text).toContain('startDate:"2026-03-01",endDate:"2026-03-30",marketplaceIds:["A1PA6795UKMFR9"]')
  expect(text.length).toBeLessThan(8000)
  expect(daily.fallback && amazonReport(daily.fallback.request).dates(scopeFor('2026-03-01', '2026-03-31'))).toEqual({
    start: '2026-03-01T00:00:00Z',
    end: '2026-03-30T00:00:00Z',
  })
})
