import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/fba-inventory.dataset.ts'
import { contextFor, GERMANY, pagedCall, scopeFor } from './scope.ts'

const DE = GERMANY.marketplaceId

function readPage(json: unknown) {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const { verdicts, cursor } = dataset.document.read(json, contextFor('2026-03-01', '2026-03-02'))
  return { verdicts: [...verdicts], cursor }
}

describe('stock at Amazon', () => {
  const summary = {
    sellerSku: 'S1',
    asin: 'B000000001',
    condition: 'NewItem',
    productName: 'Lamp',
    totalQuantity: 9,
    inventoryDetails: {
      fulfillableQuantity: 5,
      inboundWorkingQuantity: 0,
      inboundShippedQuantity: 3,
      reservedQuantity: { totalReservedQuantity: 1 },
      unfulfillableQuantity: { totalUnfulfillableQuantity: 0 },
    },
  }
  const body = (list: readonly unknown[]) => ({
    payload: { granularity: {}, inventorySummaries: list },
    pagination: { nextToken: 'NEXT' },
  })

  test('a quantity left out is unknown, one of nil is nil; the cursor stands beside the payload', () => {
    expect(readPage(body([summary]))).toEqual({
      verdicts: [{ kind: 'row', row: ['S1\u001FB000000001\u001FLamp', 'NewItem', 9, 5, 0, 3, null, 1, null, 0] }],
      cursor: 'NEXT',
    })
  })

  test.each([
    ['no list', { payload: {} }],
    ['a quantity that is none', body([{ ...summary, totalQuantity: 'many' }])],
    ['no sku', body([{ ...summary, sellerSku: '' }])],
  ])('%s refuses the page', (_what, json) => {
    expect(readPage(json).verdicts).toMatchObject([{ kind: 'bad' }])
  })

  test('is asked for with its details, by the marketplace', () => {
    expect(pagedCall(dataset.request).query(scopeFor('2026-03-01', '2026-03-02'))).toEqual({
      granularityType: 'Marketplace',
      granularityId: DE,
      marketplaceIds: DE,
      details: 'true',
    })
  })
})
