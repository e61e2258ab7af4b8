import { expect } from 'vitest'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { readJson } from './scope.ts'

/** What every advertising row carries, the two kinds of conversion columns side by side. */
const COMMON = {
  date: '2026-03-02',
  campaignId: 268_877_665_544_332,
  campaignName: 'Winter',
  campaignStatus: 'ENABLED',
  adGroupId: '90071992547409931',
  adGroupName: 'Group 1',
  impressions: 1000,
  clicks: 10,
  cost: 12.34,
  purchases7d: 2,
  purchases14d: 3,
  unitsSoldClicks7d: 4,
  unitsSoldClicks14d: 5,
  sales7d: 60,
  sales14d: 70.05,
  purchases: 6,
  purchasesClicks: 5,
  unitsSold: 8,
  unitsSoldClicks: 7,
  sales: 99.99,
  salesClicks: 80,
}

/** One row of a report that carries more columns than were asked for, by the names it is kept under. */
export function keptOf(dataset: Dataset, row: object): Readonly<Record<string, unknown>> {
  const [verdict] = readJson(dataset, [{ ...COMMON, ...row }])
  if (verdict?.kind !== 'row') throw new Error(JSON.stringify(verdict))
  return Object.fromEntries(dataset.table.columns.map(({ name }, at) => [name, verdict.row[at]]))
}

/** What holds of every advertising dataset: one unreadable cell refuses the document and names the column. */
export function expectRefusals(dataset: Dataset, row: object): void {
  const bad = (change: object) => readJson(dataset, [{ ...COMMON, ...row, ...change }])
  expect(bad({ date: '2026-02-30' })).toMatchObject([{ kind: 'bad', column: 'date' }])
  expect(bad({ campaignId: null })).toMatchObject([{ kind: 'bad', column: 'campaignId' }])
  expect(bad({ clicks: 1.5 })).toMatchObject([{ kind: 'bad', column: 'clicks' }])
  expect(bad({ cost: 'much' })).toMatchObject([{ kind: 'bad', column: 'cost' }])
  expect(readJson(dataset, { message: 'no' })).toMatchObject([{ kind: 'bad' }])
}

/** The figures of `COMMON` as Sponsored Products keep them, in cents. */
export const SP_KEPT = {
  impressions: 1000,
  clicks: 10,
  purchases_7d: 2,
  purchases_14d: 3,
  units_7d: 4,
  units_14d: 5,
  cost_minor: 1234,
  sales_7d_minor: 6000,
  sales_14d_minor: 7005,
}

/** The figures of `COMMON` as Sponsored Brands and Display keep them, in cents. */
export const VIEW_KEPT = {
  impressions: 1000,
  clicks: 10,
  purchases: 6,
  purchases_clicks: 5,
  units: 8,
  cost_minor: 1234,
  sales_minor: 9999,
  sales_clicks_minor: 8000,
}
