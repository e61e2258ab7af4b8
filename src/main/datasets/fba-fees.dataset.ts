import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { Dataset } from './dataset.ts'
import type { Cell, FlatRecord, RowContext, RowVerdict } from './document.ts'
import { productCell } from './product-cell.ts'
import { readAmount } from './read-amount.ts'
import { need, rowVerdict } from './row-verdict.ts'

const HOUR_MS = 3_600_000
/** The file is made anew at least every 72 hours and must be asked for from before that; an hour more against clocks that differ. */
const FROM_MS = 73 * HOUR_MS

/** Columns of the file that are known and not taken; products and fees, never a buyer. Recalled beyond the ones docs/amazon.md §4.4 names. */
const PASSED_OVER = [
  'fnsku',
  'product-name',
  'product-group',
  'brand',
  'fulfilled-by',
  'has-local-inventory',
  'your-price',
  'sales-price',
  'longest-side',
  'median-side',
  'shortest-side',
  'length-and-girth',
  'unit-of-dimension',
  'item-package-weight',
  'unit-of-weight',
  'estimated-order-handling-fee-per-order',
  'estimated-pick-pack-fee-per-unit',
  'estimated-weight-handling-fee-per-unit',
]

/**
 * What Amazon expects to charge for one unit sent from its warehouses. Sources: docs/amazon.md §4.4: asked for from 72
 * hours ago or earlier; in Europe one file mixes countries, and only the currency tells them apart.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('fba-fees'),
  title: 'Expected fees',
  group: 'product',
  family: 'selling',
  kinds: ['seller'],
  permission: 'product',
  amazonRole: 'Amazon Fulfillment or Pricing',
  grain: 'product',
  shape: 'snapshot',
  request: {
    kind: 'amazon-report',
    reportType: 'GET_FBA_ESTIMATED_FBA_FEES_TXT_DATA',
    options: () => ({}),
    dates: ({ now }) => ({ start: new Date(now - FROM_MS).toISOString(), end: new Date(now).toISOString() }),
  },
  changes: null,
  probe: { kind: 'first-report' },
  timing: {
    longestSpanDays: 1,
    lookBackDays: 0,
    publishDelayMs: 0,
    settlingDays: 0,
    settlingAges: [],
    everyMs: 72 * HOUR_MS,
    staleAfterMs: 7 * 24 * HOUR_MS,
  },
  document: {
    kind: 'flat-file',
    headers: {
      sku: { anyOf: ['sku'], required: true },
      asin: { anyOf: ['asin'], required: true },
      store: { anyOf: ['amazon-store'], required: false },
      sizeTier: { anyOf: ['product-size-tier'], required: true },
      currency: { anyOf: ['currency'], required: true },
      total: { anyOf: ['estimated-fee-total'], required: true },
      referral: { anyOf: ['estimated-referral-fee-per-unit'], required: true },
      closing: { anyOf: ['estimated-variable-closing-fee'], required: true },
      fulfilment: { anyOf: ['expected-fulfillment-fee-per-unit', 'expected-domestic-fulfilment-fee-per-unit'], required: false },
    },
    passedOver: PASSED_OVER,
    hasNoBuyers: true,
    sentences: [],
    read: readFees,
  },
  table: {
    name: 'fba_fees',
    columns: [
      { name: 'product_id', kind: 'product' },
      { name: 'size_tier', kind: 'text' },
      { name: 'total_minor', kind: 'money' },
      { name: 'referral_minor', kind: 'money' },
      { name: 'closing_minor', kind: 'money' },
      { name: 'fulfilment_minor', kind: 'money' },
    ],
    key: ['product_id'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

/**
 * Rows of other countries are foreign: by the store where the file names one, by the currency everywhere. Titles are not
 * taken, because between countries of one currency they may be another language's.
 */
function readFees(record: FlatRecord, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const currency = need(record('currency'), 'currency', 'not a currency', (text) => /^[A-Z]{3}$/.test(text))
    if (currency !== channel.currency || !isOwnStore(record('store'), channel.country)) return null
    const sku = need(record('sku'), 'sku', 'blank', (text) => text !== '')
    const amounts = (['total', 'referral', 'closing', 'fulfilment'] as const).map((name) => amountOf(record(name), name, currency))
    return [productCell({ sku, asin: record('asin'), title: '' }), record('sizeTier'), ...amounts]
  })
}

/** Britain is GB or UK. A file that names no store leaves it to the currency. */
function isOwnStore(store: string, country: string): boolean {
  const said = store.trim().toUpperCase().replace('GB', 'UK')
  return !/^[A-Z]{2}$/.test(said) || said === country.replace('GB', 'UK')
}

/** Blank or dashes: Amazon does not know it. */
function amountOf(text: string, column: string, currency: string): Cell {
  return /^-*$/.test(text.trim()) ? null : need(readAmount(text, currencyScale(currency)), column, 'not an amount')
}
