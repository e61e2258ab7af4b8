import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sp-search-term.dataset.ts'
import { expectRefusals, keptOf, SP_KEPT } from './ads-story.ts'

const term = { keywordId: 5, searchTerm: 'größe "42", 2 pack', targeting: 'shoe', matchType: 'EXACT' }

test('a term is kept as it was typed, quotes and all', () => {
  expect(keptOf(dataset, term)).toMatchObject({
    ...SP_KEPT,
    search_term: 'größe "42", 2 pack',
    target_id: '5',
    target: 'shoe',
    match_type: 'EXACT',
  })
})

test('the same term under two targets is two rows, and a target without an id is still one', () => {
  expect(dataset.table.key).toEqual(['day', 'campaign_id', 'target_id', 'search_term'])
  expect(keptOf(dataset, { ...term, keywordId: null })).toMatchObject({ target_id: '' })
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, term)
})
