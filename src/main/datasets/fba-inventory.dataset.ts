import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { Cell, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import type { DatasetRequest, Quota, RequestScope } from './request.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'

const HOUR_MS = 3_600_000
/** Rate of `getInventorySummaries`. Source: FBA inventory model. */
const QUOTA: Quota = { operation: 'getInventorySummaries', perSecond: 2, burst: 2 }
const PATH = '/fba/inventory/v1/summaries'
/** A next token is good for 30 seconds; five are kept for the way there and back. Source: docs/amazon.md §4.4. */
const CURSOR_MS = 25_000

const request: DatasetRequest = {
  kind: 'paged-call',
  quota: QUOTA,
  path: () => PATH,
  query: (scope) => ({ ...summariesOf(scope), details: 'true' }),
  cursorParameter: 'nextToken',
  repeatQuery: true,
  cursorLivesMs: CURSOR_MS,
}

/**
 * Stock in Amazon's warehouses and on its way there, kept by day. Sources: docs/amazon.md §4.4: pages must follow each
 * other within 30 seconds; what was not taken on its day can never be had again.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('fba-inventory'),
  title: 'Stock at Amazon',
  group: 'product',
  family: 'selling',
  kinds: ['seller'],
  permission: 'product',
  amazonRole: 'Amazon Fulfillment or Product Listing',
  grain: 'product × condition',
  shape: 'snapshot',
  history: 'daily',
  request,
  changes: null,
  probe: { kind: 'call', quota: QUOTA, path: () => PATH, query: summariesOf },
  timing: {
    longestSpanDays: 1,
    lookBackDays: 0,
    publishDelayMs: 0,
    settlingDays: 0,
    settlingAges: [],
    everyMs: 24 * HOUR_MS,
    staleAfterMs: 48 * HOUR_MS,
  },
  document: { kind: 'pages', read: readPage },
  table: {
    name: 'fba_inventory',
    columns: [
      { name: 'product_id', kind: 'product' },
      { name: 'condition', kind: 'text' },
      { name: 'total', kind: 'integer' },
      { name: 'fulfillable', kind: 'integer' },
      { name: 'inbound_working', kind: 'integer' },
      { name: 'inbound_shipped', kind: 'integer' },
      { name: 'inbound_receiving', kind: 'integer' },
      { name: 'reserved', kind: 'integer' },
      { name: 'researching', kind: 'integer' },
      { name: 'unfulfillable', kind: 'integer' },
    ],
    key: ['product_id', 'condition'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function summariesOf({ channel }: RequestScope): Readonly<Record<string, string>> {
  return { granularityType: 'Marketplace', granularityId: channel.marketplaceId, marketplaceIds: channel.marketplaceId }
}

/** The cursor stands beside the payload here, not inside it. */
function readPage(json: unknown): { readonly verdicts: Iterable<RowVerdict>; readonly cursor: string | null } {
  const page = fieldsOf(json)
  const payload = fieldsOf(page?.['payload'])
  if (!payload || !Array.isArray(payload['inventorySummaries']))
    return { verdicts: [badRow('payload', 'no list of inventory summaries')], cursor: null }
  const cursor = textOf(fieldsOf(page?.['pagination'])?.['nextToken'])
  return { verdicts: listOf(payload['inventorySummaries']).map(readSummary), cursor: cursor === '' ? null : cursor }
}

/** A quantity that Amazon leaves out is unknown; it writes 0 where there is none. */
function readSummary(json: unknown): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'inventorySummaries', 'not an object')
    const sku = need(textOf(one['sellerSku']), 'sellerSku', 'blank', (text) => text !== '')
    const product = productCell({ sku, asin: textOf(one['asin']) ?? '', title: textOf(one['productName']) ?? '' })
    const details = fieldsOf(one['inventoryDetails']) ?? {}
    return [
      product,
      conditionOf(one['condition']),
      quantity(one['totalQuantity'], 'totalQuantity'),
      quantity(details['fulfillableQuantity'], 'fulfillableQuantity'),
      quantity(details['inboundWorkingQuantity'], 'inboundWorkingQuantity'),
      quantity(details['inboundShippedQuantity'], 'inboundShippedQuantity'),
      quantity(details['inboundReceivingQuantity'], 'inboundReceivingQuantity'),
      quantity(fieldsOf(details['reservedQuantity'])?.['totalReservedQuantity'], 'totalReservedQuantity'),
      quantity(fieldsOf(details['researchingQuantity'])?.['totalResearchingQuantity'], 'totalResearchingQuantity'),
      quantity(fieldsOf(details['unfulfillableQuantity'])?.['totalUnfulfillableQuantity'], 'totalUnfulfillableQuantity'),
    ]
  })
}

function conditionOf(value: unknown): string {
  const said = textOf(value) ?? ''
  return /^[A-Za-z]{1,40}$/.test(said) ? said : ''
}

function quantity(value: unknown, column: string): Cell {
  return value === undefined || value === null ? null : need(countOf(value), column, 'not a count')
}
