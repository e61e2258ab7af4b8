import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sd-advertised-product.dataset.ts'
import { expectRefusals, keptOf, VIEW_KEPT } from './ads-story.ts'

const ad = { adId: 9, promotedAsin: 'B000000001', promotedSku: 'S1' }

test('an ad keeps its product', () => {
  expect(keptOf(dataset, ad)).toMatchObject({ ...VIEW_KEPT, units_clicks: 7, ad_id: '9', product_id: 'S1\u001FB000000001\u001F' })
})

test('the status of a campaign is not asked for: this report does not know it', () => {
  if (dataset.request.kind !== 'ads-report') throw new Error(dataset.request.kind)
  expect(dataset.request.columns).not.toContain('campaignStatus')
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, ad)
})
