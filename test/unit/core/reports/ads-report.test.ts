import { expect, test } from 'vitest'
import type { AdsCoverage } from '../../../../src/main/core/reports/ads-coverage.ts'
import { readAds } from '../../../../src/main/core/reports/ads-report.ts'
import { readProfit } from '../../../../src/main/core/reports/profit-report.ts'
import type { AdsRow, ReportStore } from '../../../../src/main/core/ports/report-store.ts'
import type { AdProduct } from '../../../../src/shared/domain/ad-product.ts'
import type { CoverageDay, DayState } from '../../../../src/shared/domain/coverage.ts'
import { addDays, interval } from '../../../../src/shared/domain/day.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { day, GERMANY } from '../../datasets/scope.ts'

const first = day('2026-03-01')
const range = interval(first, addDays(first, 3))

function covered(...states: readonly DayState[]): CoverageDay[] {
  return states.map((state, at) => ({
    channelId: GERMANY.id,
    dataset: brand<DatasetId>('ads'),
    day: addDays(first, at),
    state,
    rows: 1,
    moneyMinor: 100,
    currency: 'EUR',
    receiptId: 1,
    fetchedAt: 1000 + at,
    settlesOn: null,
    fetchableUntil: null,
  }))
}

const row = (adProduct: AdProduct, at: number, costMinor: number): AdsRow => ({
  adProduct,
  day: addDays(first, at),
  campaignId: '7',
  campaign: `${adProduct} campaign`,
  impressions: 10,
  clicks: 1,
  costMinor,
  salesMinor: 2 * costMinor,
  purchases: 1,
  units: 1,
})

/** A store that holds rows of all three products on three days. */
const held = [0, 1, 2].flatMap((at) => [
  row('sponsored-products', at, 100),
  row('sponsored-brands', at, 10),
  row('sponsored-display', at, 1),
])
const store = { ads: async () => held, profit: async () => [] } as unknown as ReportStore

const all: AdsCoverage = {
  'sponsored-products': covered('complete-settled', 'complete-settled', 'complete-settling'),
  'sponsored-brands': covered('missing-lost', 'complete-settled', 'complete-settling'),
  'sponsored-display': covered('complete-settled', 'missing-fetchable', 'complete-settling'),
}

test('the totals are the sum of the days, of the products and of the campaigns', async () => {
  const report = await readAds(store, GERMANY, range, all)
  const sum = (rows: readonly { readonly costMinor: number }[]) => rows.reduce((cost, one) => cost + one.costMinor, 0)
  expect([report.totals.costMinor, sum(report.rows), sum(report.products), sum(report.campaigns)]).toEqual([322, 322, 322, 322])
  expect(report.campaigns.map((one) => [one.adProduct, one.costMinor])).toEqual([
    ['sponsored-products', 300],
    ['sponsored-brands', 20],
    ['sponsored-display', 2],
  ])
})

test('a day that one product lacks shows the others, and says so', async () => {
  const report = await readAds(store, GERMANY, range, all)
  expect(report.rows.map((one) => one.costMinor)).toEqual([101, 110, 111])
  expect(report.days).toEqual(['missing-lost', 'missing-fetchable', 'complete-settling'])
  expect(report.missingDays).toEqual(['2026-03-01', '2026-03-02'])
  expect(report.products.map((one) => one.missingDays)).toEqual([[], ['2026-03-01'], ['2026-03-02']])
})

test('a day that no product holds is left out, and a damaged one counts nowhere', async () => {
  const report = await readAds(store, GERMANY, range, {
    'sponsored-products': covered('partial', 'missing-lost', 'complete-settled'),
    'sponsored-brands': covered('complete-settled', 'missing-lost', 'empty-proven'),
    'sponsored-display': [],
  })
  expect(report.rows.map((one) => [one.day, one.costMinor])).toEqual([
    ['2026-03-01', 10],
    ['2026-03-03', 110],
  ])
  expect(report.days).toEqual(['missing-fetchable', 'missing-lost', 'complete-settled'])
  expect(report.products.map((one) => one.adProduct)).toEqual(['sponsored-products', 'sponsored-brands'])
})

test("a day's spend is unknown, not less, while a product's figures can still be fetched", async () => {
  const report = await readProfit(store, GERMANY, range, covered('complete-settled', 'complete-settled', 'complete-settled'), all)
  expect(report.rows.map((one) => one.adsMinor)).toEqual([101, null, 111])
})
