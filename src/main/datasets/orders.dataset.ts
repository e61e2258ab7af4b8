import { brand } from '../../shared/lib/brand.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { DatasetDocument } from './document.ts'
import { ORDER_HEADERS, ORDER_HEADERS_PASSED_OVER } from './order-headers.ts'
import { readOrderLine } from './order-line.ts'
import type { DatasetRequest } from './request.ts'
import { SALES_PROBE } from './sales-quota.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const document: DatasetDocument = {
  kind: 'flat-file',
  headers: ORDER_HEADERS,
  passedOver: ORDER_HEADERS_PASSED_OVER,
  // Amazon answers a range beyond 30 days with status DONE and this sentence. Source: selling-partner-api-docs issues 2591, 575.
  sentences: [{ startsWith: 'Date range exceeded', means: 'range-refused' }],
  read: (record, context) => readOrderLine(record, context, currencyScale(context.channel.currency)),
}

/** Words of Amazon's order files; a line with a new one is taken with the word as it is. Source: docs/amazon.md §4.1a. */
const ORDER_STATUSES = [
  'Pending',
  'PendingAvailability',
  'Unshipped',
  'PartiallyShipped',
  'Shipping',
  'Shipped',
  'InvoiceUnconfirmed',
  'Cancelled',
  'Unfulfillable',
  'Shipped - Delivered to Buyer',
  'Shipped - Picked Up',
  'Shipped - Out for Delivery',
  'Shipped - Returning to Seller',
  'Shipped - Returned to Seller',
  'Shipped - Rejected by Buyer',
  'Shipped - Undeliverable',
  'Shipped - Lost in Transit',
  'Shipped - Damaged',
  'Pending - Waiting for Pick Up',
  'Complete',
]
const ITEM_STATUSES = ['', 'Unshipped', 'Shipped', 'Shipping', 'Pending', 'Cancelled', 'Unfulfillable']

/** Lines that were sold; a cancelled order or article was not. */
const SOLD = `status <> 'Cancelled' AND item_status <> 'Cancelled'`

/**
 * Order lines by the day of purchase. The by-order-date report owns days; the by-last-update report brings changes.
 * Sources: docs/amazon.md §4.1a. Longest range 30 days and look-back two years (report values, orders); about 30 minutes'
 * delay; settling 14 days is our choice: prices of pending orders and cancellations come within days.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('orders'),
  title: 'Orders',
  group: 'sales',
  family: 'selling',
  kinds: ['seller'],
  permission: 'sales',
  amazonRole: 'Inventory and Order Tracking',
  grain: 'order × article',
  shape: 'event',
  request: ordersReport('GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'),
  changes: ordersReport('GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL'),
  probe: SALES_PROBE,
  timing: {
    longestSpanDays: 30,
    lookBackDays: 730,
    publishDelayMs: 30 * MINUTE_MS,
    settlingDays: 14,
    settlingAges: [1, 3, 7, 14],
    everyMs: 6 * HOUR_MS,
    staleAfterMs: 24 * HOUR_MS,
  },
  document,
  values: { status: ORDER_STATUSES, item_status: ITEM_STATUSES },
  table: {
    name: 'order_lines',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'order_id', kind: 'text' },
      { name: 'product_id', kind: 'product' },
      { name: 'purchased_at', kind: 'integer' },
      { name: 'status', kind: 'text' },
      { name: 'item_status', kind: 'text' },
      { name: 'quantity', kind: 'integer' },
      { name: 'price_known', kind: 'integer' },
      { name: 'item_price_minor', kind: 'money' },
      { name: 'item_tax_minor', kind: 'money' },
      { name: 'shipping_price_minor', kind: 'money' },
      { name: 'promotion_minor', kind: 'money' },
      { name: 'currency', kind: 'text' },
      { name: 'fulfilment', kind: 'text' },
      { name: 'is_business', kind: 'integer' },
    ],
    key: ['day', 'order_id', 'product_id'],
    moneyColumn: 'item_price_minor',
    moneyScale: 'currency',
    entityColumn: 'order_id',
    rollups: [
      {
        name: 'order_days',
        select: {
          orders: `count(DISTINCT CASE WHEN ${SOLD} THEN order_id END)`,
          units: `coalesce(sum(CASE WHEN ${SOLD} THEN quantity END), 0)`,
          ordered_minor: `coalesce(sum(CASE WHEN ${SOLD} THEN item_price_minor END), 0)`,
          unknown_prices: `count(CASE WHEN ${SOLD} AND price_known = 0 THEN 1 END)`,
        },
      },
    ],
  },
}

function ordersReport(reportType: string): DatasetRequest {
  return {
    kind: 'amazon-report',
    reportType,
    options: () => ({}),
    dates: ({ startsAt, endsAt }) => ({ start: new Date(startsAt).toISOString(), end: new Date(endsAt).toISOString() }),
  }
}
