import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sb-campaign.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const row = {}

test('a campaign keeps all conversions and those after a click apart', () => {
  expect(keptOf(dataset, row)).toMatchObject({ ...VIEW_KEPT, units_clicks: 7, campaign: 'Winter', status: 'ENABLED' })
})

test('no column carries a number of days: Sponsored Brands know one span', () => {
  if (dataset.request.kind !== 'ads-report') throw new Error(dataset.request.kind)
  expect(dataset.request.columns.filter((name) => /\d+d$/.test(name))).toEqual([])
  expect(dataset.timing.lookBackDays).toBe(60)
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, row)
})
