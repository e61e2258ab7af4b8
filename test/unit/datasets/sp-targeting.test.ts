import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sp-targeting.dataset.ts'
import { expectRefusals, keptOf, SP_KEPT } from './ads-story.ts'

const target = { keywordId: 5, targeting: 'close-match', matchType: 'TARGETING_EXPRESSION_PREDEFINED' }

test('a target keeps what it says and how it matches', () => {
  expect(keptOf(dataset, target)).toMatchObject({
    ...SP_KEPT,
    target_id: '5',
    target: 'close-match',
    match_type: 'TARGETING_EXPRESSION_PREDEFINED',
    ad_group: 'Group 1',
  })
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, target)
})
