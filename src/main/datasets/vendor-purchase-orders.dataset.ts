import type { DatasetId } from '../../shared/domain/ids.ts'
import { brand } from '../../shared/lib/brand.ts'
import type { Dataset } from './dataset.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { readPurchaseOrder } from './purchase-order-rows.ts'
import type { DatasetRequest, Quota } from './request.ts'
import { badRow } from './row-verdict.ts'

const HOUR_MS = 3_600_000
const PATH = '/vendor/orders/v1/purchaseOrders'
/** Rate of `getPurchaseOrders`. Source: vendor orders model. */
const QUOTA: Quota = { operation: 'getPurchaseOrders', perSecond: 10, burst: 10 }

/**
 * Articles of purchase orders by the day of the order; changed orders replace themselves on days already held. Sources:
 * docs/amazon.md §4.5: at most seven days a request, and six of ours stay below it when clocks go back; no end of the
 * look-back is documented, two years are asked for. Settling and rhythm are ours: an order is closed within weeks.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('vendor-purchase-orders'),
  title: 'Purchase orders',
  group: 'vendor',
  family: 'selling',
  kinds: ['vendor'],
  permission: 'vendor',
  amazonRole: 'Inventory and Order Tracking',
  grain: 'purchase order × article',
  shape: 'event',
  request: ordersBy('created'),
  changes: ordersBy('changed'),
  probe: {
    kind: 'call',
    quota: QUOTA,
    path: () => PATH,
    query: ({ now }) => ({ limit: '1', createdAfter: new Date(now - 24 * HOUR_MS).toISOString() }),
  },
  timing: {
    longestSpanDays: 6,
    lookBackDays: 730,
    publishDelayMs: HOUR_MS,
    settlingDays: 14,
    settlingAges: [2, 14],
    everyMs: 6 * HOUR_MS,
    staleAfterMs: 48 * HOUR_MS,
  },
  document: {
    kind: 'pages',
    read: (json, context) => {
      const payload = fieldsOf(fieldsOf(json)?.['payload'])
      if (!payload || !Array.isArray(payload['orders'])) return { verdicts: [badRow('payload', 'no list of orders')], cursor: null }
      const cursor = textOf(fieldsOf(payload['pagination'])?.['nextToken'])
      return { verdicts: payload['orders'].flatMap((one) => readPurchaseOrder(one, context)), cursor: cursor === '' ? null : cursor }
    },
    records: (json) => listOf(fieldsOf(fieldsOf(json)?.['payload'])?.['orders']),
    fields: ['purchaseOrderNumber', 'purchaseOrderState', 'orderDetails'],
  },
  values: {
    state: ['New', 'Acknowledged', 'Closed'],
    type: ['', 'RegularOrder', 'ConsignedOrder', 'NewProductIntroduction', 'RushOrder'],
  },
  table: {
    name: 'purchase_order_lines',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'order_number', kind: 'text' },
      { name: 'line_number', kind: 'text' },
      { name: 'product_id', kind: 'product' },
      { name: 'state', kind: 'text' },
      { name: 'type', kind: 'text' },
      { name: 'ordered_at', kind: 'integer' },
      { name: 'changed_at', kind: 'integer' },
      { name: 'units', kind: 'integer' },
      { name: 'unit_cost_minor', kind: 'money' },
      { name: 'cost_minor', kind: 'money' },
      { name: 'selling_party', kind: 'text' },
      { name: 'ship_to_party', kind: 'text' },
    ],
    key: ['day', 'order_number', 'line_number'],
    moneyColumn: 'cost_minor',
    moneyScale: 'currency',
    entityColumn: 'order_number',
    rollups: [],
  },
}

/** Without details only numbers would come. The cursor wants the first page's parameters beside it. */
function ordersBy(what: 'created' | 'changed'): DatasetRequest {
  return {
    kind: 'paged-call',
    quota: QUOTA,
    path: () => PATH,
    query: ({ startsAt, endsAt }) => ({
      [`${what}After`]: new Date(startsAt).toISOString(),
      [`${what}Before`]: new Date(endsAt).toISOString(),
      limit: '100',
      includeDetails: 'true',
      sortOrder: 'ASC',
    }),
    cursorParameter: 'nextToken',
    repeatQuery: true,
  }
}
