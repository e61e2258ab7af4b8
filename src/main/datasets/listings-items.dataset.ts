import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { readListingItem } from './listing-item.ts'
import type { Quota } from './request.ts'
import { badRow } from './row-verdict.ts'

const HOUR_MS = 3_600_000
/** Rate of `searchListingsItems`. Source: Listings Items 2021-08-01 model. */
const QUOTA: Quota = { operation: 'searchListingsItems', perSecond: 5, burst: 5 }
const PAGE_SIZE = 20
/** No search is paged beyond this many. Source: docs/amazon.md §4.4. */
const MOST_PAGED = 1000
/** Marks a cursor that is the creation time from which the next search goes on. */
const FROM = 'created '

/**
 * Every offer as Amazon sees it: price, whether it can be bought and found, and what Amazon objects to. Sources:
 * docs/amazon.md §4.4: 20 a page; a search ends after 1,000, so it is sorted by creation and goes on from the last one.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('listings-items'),
  title: 'Listing status and issues',
  group: 'product',
  family: 'selling',
  kinds: ['seller'],
  permission: 'product',
  amazonRole: 'Product Listing',
  grain: 'listing',
  shape: 'snapshot',
  history: 'daily',
  request: {
    kind: 'paged-call',
    quota: QUOTA,
    path: ({ sellingPartnerId }) => `/listings/2021-08-01/items/${encodeURIComponent(sellingPartnerId)}`,
    query: ({ channel }) => ({
      marketplaceIds: channel.marketplaceId,
      includedData: 'summaries,issues,offers,fulfillmentAvailability',
      sortBy: 'createdDate',
      sortOrder: 'ASC',
      pageSize: String(PAGE_SIZE),
    }),
    cursorParameter: 'pageToken',
    repeatQuery: true,
    goesOn: (cursor) => (cursor.startsWith(FROM) ? { createdAfter: cursor.slice(FROM.length) } : null),
  },
  changes: null,
  probe: {
    kind: 'call',
    quota: QUOTA,
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
  document: { kind: 'pages', read: readPage },
  table: {
    name: 'listings_items',
    columns: [
      { name: 'product_id', kind: 'product' },
      { name: 'condition', kind: 'text' },
      { name: 'is_buyable', kind: 'integer' },
      { name: 'is_discoverable', kind: 'integer' },
      { name: 'price_minor', kind: 'money' },
      { name: 'quantity', kind: 'integer' },
      { name: 'fulfilment', kind: 'text' },
      { name: 'errors', kind: 'integer' },
      { name: 'warnings', kind: 'integer' },
      { name: 'issues', kind: 'text' },
      { name: 'updated_at', kind: 'integer' },
    ],
    key: ['product_id'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function readPage(json: unknown, context: RowContext): { readonly verdicts: Iterable<RowVerdict>; readonly cursor: string | null } {
  const page = fieldsOf(json)
  if (!page || !Array.isArray(page['items'])) return { verdicts: [badRow('items', 'no list of listings')], cursor: null }
  const items = listOf(page['items'])
  const found = Number(page['numberOfResults'] ?? 0)
  return {
    verdicts: items.map((one) => readListingItem(one, context)),
    cursor: textOf(fieldsOf(page['pagination'])?.['nextToken']) ?? (found > MOST_PAGED ? lastCreated(items, context) : null),
  }
}

/** Where a search that stopped at its limit goes on; the item at that very time comes twice and counts once. */
function lastCreated(items: readonly unknown[], { channel }: RowContext): string | null {
  const summaries = listOf(fieldsOf(items.at(-1))?.['summaries']).map(fieldsOf)
  const created = textOf(summaries.find((one) => one?.['marketplaceId'] === channel.marketplaceId)?.['createdDate'])
  return created === null ? null : FROM + created
}
