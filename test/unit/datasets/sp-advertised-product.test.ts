import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sp-advertised-product.dataset.ts'
import { expectRefusals, keptOf, SP_KEPT } from './ads-story.ts'
import { readJson } from './scope.ts'
const ad = { adId: 1, advertisedAsin: 'B000000001', advertisedSku: 'S1' }

test('an ad keeps its product and its figures', () => {
  expect(keptOf(dataset, ad)).toMatchObject({
    ...SP_KEPT,
    campaign_id: '268877665544332',
    ad_id: '1',
    product_id: 'S1\u001FB000000001\u001F',
  })
})

test('a vendor advertises an ASIN without a SKU; an ad without an ASIN is refused', () => {
  expect(keptOf(dataset, { ...ad, advertisedSku: null })).toMatchObject({ product_id: '\u001FB000000001\u001F' })
  expect(readJson(dataset, [{ date: '2026-03-02', campaignId: 1, adId: 2 }])).toMatchObject([{ kind: 'bad', column: 'advertisedAsin' }])
})

test('what cannot be read is refused and named', () => {
  expectRefusals(dataset, ad)
})
