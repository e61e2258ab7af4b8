import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sb-ads.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const ad = { adId: 9 }

test('an ad keeps its ad group and figures, and no product', () => {
  expect(keptOf(dataset, ad)).toMatchObject({ ...VIEW_KEPT, units_clicks: 7, ad_id: '9', ad_group_id: '90071992547409931' })
  expect(dataset.table.columns.filter((column) => column.kind === 'product')).toEqual([])
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, ad)
})
