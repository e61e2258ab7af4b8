import { describe, expect, test } from 'vitest'
import { dataset as catalogue } from '../../../src/main/datasets/catalogue.dataset.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import type { RowContext } from '../../../src/main/datasets/document.ts'
import { dataset as fees } from '../../../src/main/datasets/fba-fees.dataset.ts'
import { dataset as inventory } from '../../../src/main/datasets/fba-inventory.dataset.ts'
import { listingIssues } from '../../../src/main/datasets/listing-issues.ts'
import { dataset as items } from '../../../src/main/datasets/listings-items.dataset.ts'
import { amazonReport, contextFor, GERMANY, pagedCall, scopeFor } from './scope.ts'

const DE = GERMANY.marketplaceId
const context = contextFor('2026-03-01', '2026-03-02')

function readPage(dataset: Dataset, json: unknown, change: Partial<RowContext> = {}) {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const { verdicts, cursor } = dataset.document.read(json, { ...context, ...change })
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
    expect(readPage(items, page([item()])).verdicts).toEqual([
      { kind: 'row', row: ['S1\u001FB000000001\u001FLamp', 'new_new', 1, 0, 1999, 4, 'Merchant', 0, 0, '', updated] },
    ])
  })

  test('without an offer, without a word on issues, at Amazon: unknown is not 0', () => {
    const bare = item({ offers: [], issues: undefined, fulfillmentAvailability: [{ fulfillmentChannelCode: 'AMAZON_EU' }] })
    const [verdict] = readPage(items, page([bare])).verdicts
    expect(verdict?.kind === 'row' ? verdict.row.slice(4, 10) : verdict).toEqual([null, null, 'Amazon', null, null, null])
  })

  test('of another marketplace is foreign; a price in another currency refuses the page', () => {
    expect(readPage(items, page([item({}, { marketplaceId: 'X' })])).verdicts).toEqual([{ kind: 'foreign' }])
    const yen = item({ offers: [{ marketplaceId: DE, offerType: 'B2C', price: { currencyCode: 'JPY', amount: '1' } }] })
    expect(readPage(items, page([yen])).verdicts).toMatchObject([{ kind: 'bad', column: 'price' }])
  })

  test('a search that stopped at a thousand goes on from the last creation', () => {
    const { cursor } = readPage(items, page([item()], 2345))
    expect(cursor).toBe('created 2024-01-01T00:00:00Z')
    expect(pagedCall(items.request).goesOn?.(cursor ?? '')).toEqual({ createdAfter: '2024-01-01T00:00:00Z' })
    expect(pagedCall(items.request).goesOn?.('token')).toBeNull()
    expect(readPage(items, page([item()], 2345, 'token')).cursor).toBe('token')
    expect(readPage(items, page([item()], 1000)).cursor).toBeNull()
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
    expect(readPage(inventory, body([summary]))).toEqual({
      verdicts: [{ kind: 'row', row: ['S1\u001FB000000001\u001FLamp', 'NewItem', 9, 5, 0, 3, null, 1, null, 0] }],
      cursor: 'NEXT',
    })
  })

  test.each([
    ['no list', { payload: {} }],
    ['a quantity that is none', body([{ ...summary, totalQuantity: 'many' }])],
    ['no sku', body([{ ...summary, sellerSku: '' }])],
  ])('%s refuses the page', (_what, json) => {
    expect(readPage(inventory, json).verdicts).toMatchObject([{ kind: 'bad' }])
  })

  test('is asked for with its details, by the marketplace', () => {
    expect(pagedCall(inventory.request).query(scopeFor('2026-03-01', '2026-03-02'))).toEqual({
      granularityType: 'Marketplace',
      granularityId: DE,
      marketplaceIds: DE,
      details: 'true',
    })
  })
})

describe('expected fees', () => {
  const read = (change: Record<string, string>) => {
    const cells: Record<string, string> = {
      sku: 'S1',
      asin: 'B000000001',
      title: 'Lamp',
      store: '',
      sizeTier: 'Large Standard-Size',
      currency: 'EUR',
      total: '6,45',
      referral: '3.00',
      closing: '0.00',
      fulfilment: '3.45',
      ...change,
    }
    return fees.document.kind === 'flat-file' ? fees.document.read((name) => cells[name] ?? '', context) : null
  }

  test('are minor units; dashes and blanks are unknown', () => {
    expect(read({ total: '--', fulfilment: '' })).toEqual({
      kind: 'row',
      row: ['S1\u001FB000000001\u001FLamp', 'Large Standard-Size', null, 300, 0, null],
    })
    expect(read({})).toMatchObject({ row: [expect.anything(), expect.anything(), 645, 300, 0, 345] })
  })

  test('of another currency or store are foreign, of none refuse the file', () => {
    expect([read({ currency: 'GBP' }), read({ store: 'FR' })]).toEqual([{ kind: 'foreign' }, { kind: 'foreign' }])
    expect([read({ store: 'DE' }), read({ store: 'Amazon.eu' })]).toMatchObject([{ kind: 'row' }, { kind: 'row' }])
    expect([read({ currency: '' }), read({ total: 'much' })]).toMatchObject([{ kind: 'bad' }, { kind: 'bad' }])
  })

  test('are asked for from more than 72 hours ago', () => {
    const now = Date.UTC(2026, 2, 10, 12)
    const dates = amazonReport(fees.request).dates(scopeFor('2026-03-10', '2026-03-11', { now }))
    expect(now - Date.parse(dates?.start ?? '')).toBeGreaterThanOrEqual(72 * 3_600_000)
  })
})

describe('the catalogue', () => {
  const images = (...links: [string, number][]) => [
    { marketplaceId: DE, images: links.map(([link, width]) => ({ variant: 'MAIN', link, width, height: width })) },
  ]
  const product = {
    asin: 'B000000001',
    summaries: [
      { marketplaceId: 'X', itemName: 'Lampe', brand: 'Autre' },
      { marketplaceId: DE, itemName: 'Lamp', brand: 'Halden' },
    ],
    images: images(['https://m.media-amazon.com/images/I/small.jpg', 75], ['https://m.media-amazon.com/images/I/large.jpg', 1500]),
  }

  test('gives title, brand and the address of the largest main picture; products it does not know get a row of their own', () => {
    const asked = ['B000000001', 'B000000002']
    expect(readPage(catalogue, { numberOfResults: 1, items: [product] }, { asked }).verdicts).toEqual([
      { kind: 'row', row: ['B000000001', 1, 'Lamp', 'Halden', 'https://m.media-amazon.com/images/I/large.jpg'] },
      { kind: 'row', row: ['B000000002', 0, null, null, null] },
    ])
  })

  test.each([
    'http://m.media-amazon.com/a.jpg',
    'https://tracker.example/a.jpg',
    'https://m.media-amazon.com.evil.example/a.jpg',
    'javascript:1',
  ])('an address that is not Amazon’s is not kept: %s', (link) => {
    const [verdict] = readPage(catalogue, { items: [{ ...product, images: images([link, 500]) }] }).verdicts
    expect(verdict?.kind === 'row' ? verdict.row[4] : verdict).toBeNull()
  })

  test('asks for 20 products a call', () => {
    const { request } = catalogue
    if (request.kind !== 'calls-by-id') throw new Error('not by id')
    expect(request.idsPerCall).toBe(20)
    expect(request.query(scopeFor('2026-03-01', '2026-03-02'), ['B1', 'B2'])).toMatchObject({
      identifiers: 'B1,B2',
      identifiersType: 'ASIN',
      marketplaceIds: DE,
    })
  })
})
