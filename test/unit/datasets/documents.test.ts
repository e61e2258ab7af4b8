import { describe, expect, test } from 'vitest'
import { dataset as ads } from '../../../src/main/datasets/ads-campaign-daily.dataset.ts'
import { dataset as listings } from '../../../src/main/datasets/listings.dataset.ts'
import { dataset as salesDaily } from '../../../src/main/datasets/sales-daily.dataset.ts'
import { dataset as vendorSales } from '../../../src/main/datasets/vendor-sales.dataset.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { contextFor, day } from './scope.ts'

const context = contextFor('2026-03-01', '2026-03-05')

function readJson({ document }: Dataset, json: unknown) {
  if (document.kind === 'json') return [...document.read(json, context)]
  if (document.kind === 'pages') return [...document.read(json, context).verdicts]
  throw new Error('not JSON')
}

describe('campaign days', () => {
  const campaignDay = {
    date: '2026-03-02',
    campaignId: '90071992547409931',
    campaignName: 'Winter',
    campaignStatus: 'ENABLED',
    impressions: 100,
    clicks: 5,
    cost: 1.23,
    purchases7d: 1,
    purchases14d: 2,
    sales7d: 19.99,
    sales14d: 39.98,
    unitsSoldClicks7d: 1,
    unitsSoldClicks14d: 2,
  }

  test('keep an id longer than a double holds, and cents to the cent', () => {
    expect(readJson(ads, [campaignDay])).toEqual([
      { kind: 'row', row: [day('2026-03-02'), '90071992547409931', 'Winter', 'ENABLED', 100, 5, 1, 2, 1, 2, 123, 1999, 3998] },
    ])
  })

  test('are refused when they cannot be read', () => {
    expect(readJson(ads, { message: 'no' })).toMatchObject([{ kind: 'bad' }])
    expect(readJson(ads, [{ ...campaignDay, date: '2026-02-30' }])).toMatchObject([{ kind: 'bad', column: 'date' }])
    expect(readJson(ads, [{ ...campaignDay, clicks: 1.5 }])).toMatchObject([{ kind: 'bad', column: 'clicks' }])
    expect(readJson(ads, [{ ...campaignDay, campaignId: null }])).toMatchObject([{ kind: 'bad', column: 'campaignId' }])
  })
})

describe('daily sales', () => {
  const metrics = {
    interval: '2026-03-02T00:00:00+01:00--2026-03-03T00:00:00+01:00',
    unitCount: 4,
    orderItemCount: 3,
    orderCount: 2,
    totalSales: { amount: '59.97', currencyCode: 'EUR' },
  }

  test('take the day their interval begins on', () => {
    expect(readJson(salesDaily, { payload: [metrics] })).toEqual([{ kind: 'row', row: [day('2026-03-02'), 2, 3, 4, 5997] }])
  })

  test('in another currency or without a list are refused', () => {
    expect(readJson(salesDaily, { payload: [{ ...metrics, totalSales: { amount: 5, currencyCode: 'USD' } }] })).toMatchObject([
      { kind: 'bad', column: 'totalSales' },
    ])
    expect(readJson(salesDaily, { errors: [] })).toMatchObject([{ kind: 'bad', column: 'payload' }])
  })
})

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
    expect(readJson(vendorSales, report()).map((one) => one.kind === 'row' && one.row.slice(2))).toEqual([
      [5, 5000, 4, 4050, 3000, 1],
      [5, null, 4, 4050, 3000, 1],
    ])
  })

  test('of another view or marketplace are refused whole', () => {
    expect(
      readJson(vendorSales, report({ reportOptions: { reportPeriod: 'DAY', distributorView: 'SOURCING', sellingProgram: 'RETAIL' } })),
    ).toMatchObject([{ kind: 'bad', column: 'distributorView' }])
    expect(readJson(vendorSales, report({ marketplaceIds: ['OTHER'] }))).toMatchObject([{ kind: 'bad', column: 'marketplaceIds' }])
    expect(readJson(vendorSales, { errorDetails: 'not yet' })).toMatchObject([{ kind: 'bad' }])
  })
})

test('a listing without a price or a stock says unknown', () => {
  if (listings.document.kind !== 'flat-file') throw new Error('no file')
  const cells: Record<string, string> = {
    title: 'Thing',
    listingId: 'L1',
    sku: 'S1',
    price: '',
    quantity: '',
    openedOn: '07/05/2018 10:36:22 BST',
    asin: '',
    productId: 'B000000001',
    fulfilment: 'AMAZON_EU',
    status: 'Active',
  }
  expect(listings.document.read((name) => cells[name] ?? '', context)).toEqual({
    kind: 'row',
    row: ['S1\u001FB000000001\u001FThing', 'L1', 'Active', null, null, day('2018-05-07'), 'Amazon'],
  })
})
