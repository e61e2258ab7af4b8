import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-sales.dataset.ts'
import { readJson } from './scope.ts'

describe('vendor sales', () => {
  const product = {
    startDate: '2026-03-02',
    endDate: '2026-03-02',
    asin: 'B000000001',
    orderedUnits: 5,
    orderedRevenue: { amount: 50, currencyCode: 'EUR' },
    shippedUnits: 4,
    shippedRevenue: { amount: 40.5, currencyCode: 'EUR' },
    shippedCogs: { amount: 30, currencyCode: 'EUR' },
    customerReturns: 1,
  }
  const report = (change: object = {}) => ({
    reportSpecification: {
      reportOptions: { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
      marketplaceIds: ['A1PA6795UKMFR9'],
      ...change,
    },
    salesByAsin: [product, { ...product, orderedRevenue: undefined }],
  })

  test('keep what Amazon left out as unknown, never as 0', () => {
    expect(readJson(dataset, report()).map((one) => one.kind === 'row' && one.row.slice(2))).toEqual([
      [5, 5000, 4, 4050, 3000, 1],
      [5, null, 4, 4050, 3000, 1],
    ])
  })

  test('of another view or marketplace are refused whole', () => {
    expect(
      readJson(dataset, report({ reportOptions: { reportPeriod: 'DAY', distributorView: 'SOURCING', sellingProgram: 'RETAIL' } })),
    ).toMatchObject([{ kind: 'bad', column: 'distributorView' }])
    expect(readJson(dataset, report({ marketplaceIds: ['OTHER'] }))).toMatchObject([{ kind: 'bad', column: 'marketplaceIds' }])
    expect(readJson(dataset, { errorDetails: 'not yet' })).toMatchObject([{ kind: 'bad' }])
  })
})
