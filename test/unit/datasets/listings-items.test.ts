import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/listings-items.dataset.ts'
import { listingIssues } from '../../../src/main/datasets/listing-issues.ts'
import { contextFor, GERMANY, pagedCall } from './scope.ts'

const DE = GERMANY.marketplaceId

function readPage(json: unknown) {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const { verdicts, cursor } = dataset.document.read(json, contextFor('2026-03-01', '2026-03-02'))
  return { verdicts: [...verdicts], cursor }
}

const item = (change: object = {}, summary: object = {}) => ({
  sku: 'S1',
  summaries: [
    {
      marketplaceId: DE,
      asin: 'B000000001',
      productType: 'HOME',
      conditionType: 'new_new',
      status: ['BUYABLE'],
      itemName: 'Lamp',
      createdDate: '2024-01-01T00:00:00Z',
      lastUpdatedDate: '2026-02-27T10:00:00Z',
      ...summary,
    },
  ],
  offers: [
    { marketplaceId: DE, offerType: 'B2B', price: { currencyCode: 'EUR', amount: '17.00' } },
    { marketplaceId: DE, offerType: 'B2C', price: { currencyCode: 'EUR', amount: '19.99' } },
  ],
  fulfillmentAvailability: [{ fulfillmentChannelCode: 'DEFAULT', quantity: 4 }],
  issues: [],
  ...change,
})
const page = (list: readonly unknown[], found = list.length, nextToken?: string) => ({
  numberOfResults: found,
  pagination: { nextToken },
  items: list,
})

describe('a listing as Amazon sees it', () => {
  test('becomes one row: the price consumers pay, its status, its stock', () => {
    const updated = Date.UTC(2026, 1, 27, 10)
    expect(readPage(page([item()])).verdicts).toEqual([
      { kind: 'row', row: ['S1\u001FB000000001\u001FLamp', 'new_new', 1, 0, 1999, 4, 'Merchant', 0, 0, '', updated] },
    ])
  })

  test('without an offer, without a word on issues, at Amazon: unknown is not 0', () => {
    const bare = item({ offers: [], issues: undefined, fulfillmentAvailability: [{ fulfillmentChannelCode: 'AMAZON_EU' }] })
    const [verdict] = readPage(page([bare])).verdicts
    expect(verdict?.kind === 'row' ? verdict.row.slice(4, 10) : verdict).toEqual([null, null, 'Amazon', null, null, null])
  })

  test('of another marketplace is foreign; a price in another currency refuses the page', () => {
    expect(readPage(page([item({}, { marketplaceId: 'X' })])).verdicts).toEqual([{ kind: 'foreign' }])
    const yen = item({ offers: [{ marketplaceId: DE, offerType: 'B2C', price: { currencyCode: 'JPY', amount: '1' } }] })
    expect(readPage(page([yen])).verdicts).toMatchObject([{ kind: 'bad', column: 'price' }])
  })

  test('a search that stopped at a thousand goes on from the last creation', () => {
    const { cursor } = readPage(page([item()], 2345))
    expect(cursor).toBe('created 2024-01-01T00:00:00Z')
    expect(pagedCall(dataset.request).goesOn?.(cursor ?? '')).toEqual({ createdAfter: '2024-01-01T00:00:00Z' })
    expect(pagedCall(dataset.request).goesOn?.('token')).toBeNull()
    expect(readPage(page([item()], 2345, 'token')).cursor).toBe('token')
    expect(readPage(page([item()], 1000)).cursor).toBeNull()
  })

  test('issues keep code, severity and attribute names, never a sentence or a value', () => {
    const issue = { code: '90220', message: 'write to jane@example.com', severity: 'ERROR', attributeNames: ['size', 'jane@example.com'] }
    const elsewhere = { ...issue, code: '1', marketplaceIds: ['X'] }
    const odd = { code: 'a sentence, not a code', severity: 'FATAL', message: 'x' }
    expect(listingIssues([issue, elsewhere, odd, { ...issue, severity: 'WARNING', marketplaceIds: [DE] }], DE)).toEqual([
      2,
      1,
      'ERROR 90220 size; ERROR other; WARNING 90220 size',
    ])
  })
})
