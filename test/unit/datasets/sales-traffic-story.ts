import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { contextFor } from './scope.ts'

const context = contextFor('2026-03-02', '2026-03-03')
const euro = (amount: number) => ({ amount, currencyCode: 'EUR' })
export const SALES = {
  unitsOrdered: 4,
  totalOrderItems: 3,
  orderedProductSales: euro(59.970000000000006),
  unitsRefunded: 1,
  unitsShipped: 2,
  ordersShipped: 2,
  shippedProductSales: euro(29.99),
}
export const TRAFFIC = { sessions: 80, pageViews: 120, buyBoxPercentage: 97.25 }
export const line = (change: object = {}) => ({
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
export const report = (change: object = {}) => ({
  reportSpecification: specification(change),
  salesAndTrafficByDate: [{ date: '2026-03-02', salesByDate: SALES, trafficByDate: TRAFFIC }],
  salesAndTrafficByAsin: [{ parentAsin: 'B0PARENT01', childAsin: 'B0CHILD001', salesByAsin: SALES, trafficByAsin: TRAFFIC }],
})

export function readLine({ document }: Dataset, json: unknown) {
  if (document.kind !== 'json-lines') throw new Error('no lines')
  return document.read(json, context)
}

export function readReport({ fallback }: Dataset, json: unknown) {
  if (fallback?.document.kind !== 'json') throw new Error('no report')
  return [...fallback.document.read(json, context)]
}
