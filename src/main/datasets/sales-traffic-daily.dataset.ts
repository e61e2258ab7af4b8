import { brand } from '../../shared/lib/brand.ts'
import { parseDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { Row, RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'
import {
  figuresIn,
  isElsewhere,
  needOneDay,
  reportDays,
  SALES_TRAFFIC_TIMING,
  salesTrafficQuery,
  specificationOf,
} from './sales-traffic.ts'

const SALES_FIELDS =
  'unitsOrdered totalOrderItems orderedProductSales{amount currencyCode} unitsRefunded unitsShipped ordersShipped shippedProductSales{amount currencyCode}'
const TRAFFIC_FIELDS = 'sessions pageViews buyBoxPercentage'

/**
 * Sales and traffic per day. Asked of Data Kiosk, where one query may hold two years (half a year keeps a failure small); the
 * report of the same figures is the fallback. Sources: docs/amazon.md §4.1d, §4.1e, §4.6.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('sales-traffic-daily'),
  title: 'Sales and traffic',
  group: 'sales',
  family: 'selling',
  kinds: ['seller'],
  permission: 'brand-analytics',
  amazonRole: 'Brand Analytics',
  grain: 'day',
  shape: 'event',
  request: {
    kind: 'data-kiosk',
    query: (scope) => salesTrafficQuery('salesAndTrafficByDate', 'DAY', `sales{${SALES_FIELDS}} traffic{${TRAFFIC_FIELDS}}`, scope),
  },
  changes: null,
  fallback: {
    request: {
      kind: 'amazon-report',
      reportType: 'GET_SALES_AND_TRAFFIC_REPORT',
      options: () => ({ dateGranularity: 'DAY' }),
      dates: reportDays,
    },
    document: { kind: 'json', read: readReport },
  },
  probe: { kind: 'first-report' },
  timing: { longestSpanDays: 180, ...SALES_TRAFFIC_TIMING },
  document: { kind: 'json-lines', read: readLine },
  table: {
    name: 'sales_traffic_days',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'units_ordered', kind: 'integer' },
      { name: 'order_items', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
      { name: 'units_refunded', kind: 'integer' },
      { name: 'units_shipped', kind: 'integer' },
      { name: 'orders_shipped', kind: 'integer' },
      { name: 'shipped_minor', kind: 'money' },
      { name: 'sessions', kind: 'integer' },
      { name: 'page_views', kind: 'integer' },
      { name: 'buy_box_bp', kind: 'integer' },
    ],
    key: ['day'],
    moneyColumn: 'ordered_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function readLine(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'line', 'not an object')
    if (isElsewhere(one, channel)) return null
    return [needOneDay(one), ...figures(one['sales'], one['traffic'], channel.currency)]
  })
}

/** A report of another marketplace, or one summed up by week or month, would be wrong without a word. */
function readReport(json: unknown, context: RowContext): Iterable<RowVerdict> {
  const asked = specificationOf(json)
  if (asked?.options['dateGranularity'] !== 'DAY') return [badRow('dateGranularity', 'not DAY')]
  if (!asked.marketplaceIds.includes(context.channel.marketplaceId)) return [badRow('marketplaceIds', 'another marketplace')]
  const days = fieldsOf(json)?.['salesAndTrafficByDate']
  if (!Array.isArray(days)) return [badRow('salesAndTrafficByDate', 'no list of days')]
  return listOf(days).map((day) => readReportDay(day, context))
}

function readReportDay(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'salesAndTrafficByDate', 'not an object')
    const day = need(parseDay(textOf(one['date']) ?? ''), 'date', 'not a day')
    return [day, ...figures(one['salesByDate'], one['trafficByDate'], channel.currency)]
  })
}

function figures(sales: unknown, traffic: unknown, currency: string): Row {
  const sold = figuresIn(sales, 'sales', currency)
  const seen = figuresIn(traffic, 'traffic', currency)
  return [
    sold.count('unitsOrdered'),
    sold.count('totalOrderItems'),
    sold.money('orderedProductSales'),
    sold.count('unitsRefunded'),
    sold.count('unitsShipped'),
    sold.count('ordersShipped'),
    sold.money('shippedProductSales'),
    seen.count('sessions'),
    seen.count('pageViews'),
    seen.share('buyBoxPercentage'),
  ]
}
