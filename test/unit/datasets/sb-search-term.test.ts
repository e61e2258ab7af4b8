import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sb-search-term.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const term = { keywordId: 5, searchTerm: '*', keywordText: 'shoe', matchType: 'BROAD' }

test('a term keeps the keyword it was matched by', () => {
  expect(keptOf(dataset, term)).toMatchObject({ ...VIEW_KEPT, search_term: '*', target: 'shoe', match_type: 'BROAD' })
})

test('units after a click are not asked for: this report does not know them, and one unknown column fails the order', () => {
  if (dataset.request.kind !== 'ads-report') throw new Error(dataset.request.kind)
  expect(dataset.request.columns).not.toContain('unitsSoldClicks')
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, term)
})
