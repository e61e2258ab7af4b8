import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { Dataset } from './dataset.ts'
import type { FlatRecord, RowContext, RowVerdict } from './document.ts'
import { LISTING_HEADERS_PASSED_OVER } from './listing-headers.ts'
import { productCell } from './product-cell.ts'
import { readAmount } from './read-amount.ts'
import { readWrittenDay } from './read-written-day.ts'
import { need, rowVerdict } from './row-verdict.ts'

const HOUR_MS = 3_600_000

/**
 * What a seller offers now, taken whole once a day and kept by day. Sources: docs/amazon.md §4.4: no date range, one marketplace a
 * report, Japanese names in Japan; what was not taken on its day can never be had again.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('listings'),
  title: 'Listings',
  group: 'product',
  family: 'selling',
  kinds: ['seller'],
  permission: 'product',
  amazonRole: 'Product Listing',
  grain: 'listing',
  shape: 'snapshot',
  history: 'daily',
  request: { kind: 'amazon-report', reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', options: () => ({}), dates: () => null },
  changes: null,
  probe: {
    kind: 'call',
    quota: { operation: 'searchListingsItems', perSecond: 5, burst: 5 },
    path: ({ sellingPartnerId }) => `/listings/2021-08-01/items/${encodeURIComponent(sellingPartnerId)}`,
    query: ({ channel }) => ({ marketplaceIds: channel.marketplaceId, pageSize: '1' }),
  },
  timing: {
    longestSpanDays: 1,
    lookBackDays: 0,
    publishDelayMs: 0,
    settlingDays: 0,
    settlingAges: [],
    everyMs: 24 * HOUR_MS,
    staleAfterMs: 48 * HOUR_MS,
  },
  document: {
    kind: 'flat-file',
    headers: {
      title: { anyOf: ['item-name', '商品名'], required: true },
      listingId: { anyOf: ['listing-id', '出品ID'], required: true },
      sku: { anyOf: ['seller-sku', '出品者SKU'], required: true },
      price: { anyOf: ['price', '価格'], required: true },
      quantity: { anyOf: ['quantity', '数量'], required: true },
      openedOn: { anyOf: ['open-date', '出品日'], required: true },
      asin: { anyOf: ['asin1', 'ASIN1', 'ASIN 1'], required: false },
      productId: { anyOf: ['product-id', '商品ID'], required: false },
      fulfilment: { anyOf: ['fulfillment-channel', 'フルフィルメント・チャンネル', 'フルフィルメント・チャネル'], required: false },
      status: { anyOf: ['status', 'ステータス'], required: false },
    },
    passedOver: LISTING_HEADERS_PASSED_OVER,
    hasNoBuyers: true,
    sentences: [],
    read: readListing,
  },
  table: {
    name: 'listings',
    columns: [
      { name: 'product_id', kind: 'product' },
      { name: 'listing_id', kind: 'text' },
      { name: 'status', kind: 'text' },
      { name: 'price_minor', kind: 'money' },
      { name: 'quantity', kind: 'integer' },
      { name: 'opened_on', kind: 'integer' },
      { name: 'fulfilment', kind: 'text' },
    ],
    key: ['product_id'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

/** Blank prices and quantities are unknown: Amazon leaves out the stock it holds itself. */
function readListing(record: FlatRecord, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const sku = need(record('sku'), 'seller-sku', 'blank', (text) => text !== '')
    const price = record('price')
    const minor = price === '' ? null : need(readAmount(price, currencyScale(channel.currency)), 'price', 'not an amount')
    const quantity = record('quantity')
    const count = quantity === '' ? null : Number(need(quantity, 'quantity', 'not a count', (text) => /^\d{1,9}$/.test(text)))
    const product = productCell({ sku, asin: record('asin') || asinIn(record('productId')), title: record('title') })
    const fulfilment = record('fulfilment').toUpperCase().startsWith('AMAZON') ? 'Amazon' : 'Merchant'
    return [product, record('listingId'), record('status'), minor, count, readWrittenDay(record('openedOn')), fulfilment]
  })
}

function asinIn(productId: string): string {
  return /^B0[A-Z0-9]{8}$/.test(productId) ? productId : ''
}
