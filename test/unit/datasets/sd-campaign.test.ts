import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sd-campaign.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const row = {}

test('a campaign keeps what views brought beside what clicks brought', () => {
  expect(keptOf(dataset, row)).toMatchObject({ ...VIEW_KEPT, units_clicks: 7, campaign: 'Winter', status: 'ENABLED' })
  expect(dataset.timing.lookBackDays).toBe(65)
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, row)
})
