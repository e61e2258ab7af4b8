import { brand } from '../../shared/lib/brand.ts'
import { startOfEpochDay } from '../../shared/lib/zone.ts'
import { addDays } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { needMoney } from './json-money.ts'
import { readInstant } from './read-instant.ts'
import type { Quota, RequestScope } from './request.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'
import { SALES_PROBE } from './sales-quota.ts'

const HOUR_MS = 3_600_000
/** Rate of `searchOrders`: one call in three minutes. Source: Orders 2026-01-01 model. */
const QUOTA: Quota = { operation: 'searchOrders', perSecond: 0.0056, burst: 20 }
/** Amazon wants an end more than two minutes old; one more against clocks that differ. Source: the same model. */
const EDGE_MS = 3 * 60_000
/** A cursor lives a day; an hour is kept for the way. Source: docs/amazon.md §4.1 (b). */
const CURSOR_MS = 23 * HOUR_MS
/** All but CANCELLED: the status itself comes only with fulfilment data, which may carry a buyer's gift message. */
const STANDING = 'PENDING_AVAILABILITY,PENDING,UNSHIPPED,PARTIALLY_SHIPPED,SHIPPED,UNFULFILLABLE'
const MONEY = { amount: 'amount', currency: 'currencyCode' } as const

/**
 * Orders of today and yesterday as they stand, replaced whole at most once an hour. It owns no day: that is for the orders
 * report. Asked by creation and not by update, because the two days' own orders are all that is wanted and each page costs
 * three minutes; the fixed end keeps the pages of one search together. Sources: docs/amazon.md §4.1 (b). No buyer or recipient is asked for.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('orders-live'),
  title: 'Latest orders',
  group: 'sales',
  family: 'selling',
  kinds: ['seller'],
  permission: 'sales',
  amazonRole: 'Inventory and Order Tracking',
  grain: 'order',
  shape: 'snapshot',
  request: {
    kind: 'paged-call',
    quota: QUOTA,
    path: () => '/orders/2026-01-01/orders',
    query: twoDays,
    cursorParameter: 'paginationToken',
    repeatQuery: true,
    cursorLivesMs: CURSOR_MS,
  },
  changes: null,
  probe: SALES_PROBE,
  timing: {
    longestSpanDays: 1,
    lookBackDays: 0,
    publishDelayMs: 0,
    settlingDays: 0,
    settlingAges: [],
    everyMs: HOUR_MS,
    staleAfterMs: 24 * HOUR_MS,
  },
  document: { kind: 'pages', read: readPage },
  table: {
    name: 'latest_orders',
    columns: [
      { name: 'order_id', kind: 'text' },
      { name: 'ordered_on', kind: 'integer' },
      { name: 'purchased_at', kind: 'integer' },
      { name: 'updated_at', kind: 'integer' },
      { name: 'units', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
    ],
    key: ['order_id'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: 'order_id',
    rollups: [],
  },
}

function twoDays({ channel, interval, endsAt, now }: RequestScope): Readonly<Record<string, string>> {
  return {
    createdAfter: new Date(startOfEpochDay(addDays(interval.from, -1), channel.zone)).toISOString(),
    createdBefore: new Date(Math.min(endsAt, now - EDGE_MS)).toISOString(),
    marketplaceIds: channel.marketplaceId,
    fulfillmentStatuses: STANDING,
    includedData: 'PROCEEDS',
    maxResultsPerPage: '100',
  }
}

function readPage(json: unknown, context: RowContext): { readonly verdicts: Iterable<RowVerdict>; readonly cursor: string | null } {
  const page = fieldsOf(json)
  if (!Array.isArray(page?.['orders'])) return { verdicts: [badRow('orders', 'no list of orders')], cursor: null }
  const cursor = textOf(fieldsOf(page['pagination'])?.['nextToken'])
  return { verdicts: listOf(page['orders']).map((one) => readOrder(one, context)), cursor: cursor === '' ? null : cursor }
}

/** An order of a shop outside Amazon, which Amazon only ships, is no sale of this channel. */
function readOrder(json: unknown, { channel, dayAt }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const order = need(fieldsOf(json), 'orders', 'not an object')
    const place = need(fieldsOf(order['salesChannel']), 'salesChannel', 'not an object')
    if (place['channelName'] !== 'AMAZON' || (place['marketplaceId'] ?? channel.marketplaceId) !== channel.marketplaceId) return null
    const purchasedAt = need(readInstant(textOf(order['createdTime']) ?? ''), 'createdTime', 'not an instant')
    const bought = need(Array.isArray(order['orderItems']) ? order['orderItems'] : null, 'orderItems', 'not a list').map((one) =>
      readItem(one, channel.currency),
    )
    return [
      need(textOf(order['orderId']), 'orderId', 'blank', (id) => id !== ''),
      dayAt(purchasedAt),
      purchasedAt,
      need(readInstant(textOf(order['lastUpdatedTime']) ?? ''), 'lastUpdatedTime', 'not an instant'),
      bought.reduce((sum, one) => sum + one.units, 0),
      bought.reduce<number | null>((sum, one) => (sum === null || one.minor === null ? null : sum + one.minor), 0),
    ]
  })
}

/** Units and what the buyer pays for the goods alone; unknown until payment went through. A withdrawn item keeps no unit. */
function readItem(json: unknown, currency: string): { readonly units: number; readonly minor: number | null } {
  const one = need(fieldsOf(json), 'orderItems', 'not an object')
  const units = need(countOf(one['quantityOrdered']), 'quantityOrdered', 'not a count', (count) => count >= 0)
  if (units === 0) return { units, minor: 0 }
  const parts = listOf(fieldsOf(one['proceeds'])?.['breakdowns']).map(fieldsOf)
  const goods = parts.filter((part) => part?.['type'] === 'ITEM')
  if (goods.length === 0) return { units, minor: null }
  const minor = goods.reduce((sum, part) => sum + needMoney(part?.['subtotal'], 'subtotal', { names: MONEY, currency }), 0)
  return { units, minor }
}
