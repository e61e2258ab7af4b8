import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sd-targeting.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const target = { targetingId: 5, targetingText: 'views(lookback=30)' }

test('a target keeps its text and figures', () => {
  expect(keptOf(dataset, target)).toMatchObject({ ...VIEW_KEPT, units_clicks: 7, target_id: '5', target: 'views(lookback=30)' })
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, target)
})
