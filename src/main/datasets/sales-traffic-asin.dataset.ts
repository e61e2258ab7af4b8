import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { Row, RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
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

const SALES_FIELDS = 'unitsOrdered totalOrderItems orderedProductSales{amount currencyCode}'
const TRAFFIC_FIELDS = 'sessions pageViews buyBoxPercentage'

/**
 * Sales and traffic per day and child ASIN. Amazon adds the days of a request up, so a day costs a query of its own
 * (docs/decisions/007); the report of the same figures is the fallback. Sources: docs/amazon.md §4.1d, §4.6. Products
 * without an order or a visit may be missing from Amazon's answer.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('sales-traffic-asin'),
  title: 'Sales and traffic by product',
  group: 'sales',
  family: 'selling',
  kinds: ['seller'],
  permission: 'brand-analytics',
  amazonRole: 'Brand Analytics',
  grain: 'day × child ASIN',
  shape: 'event',
  request: {
    kind: 'data-kiosk',
    query: (scope) =>
      salesTrafficQuery('salesAndTrafficByAsin', 'CHILD', `parentAsin childAsin sales{${SALES_FIELDS}} traffic{${TRAFFIC_FIELDS}}`, scope),
  },
  changes: null,
  fallback: {
    request: {
      kind: 'amazon-report',
      reportType: 'GET_SALES_AND_TRAFFIC_REPORT',
      options: () => ({ dateGranularity: 'DAY', asinGranularity: 'CHILD' }),
      dates: reportDays,
    },
    document: { kind: 'json', read: readReport },
  },
  probe: { kind: 'first-report' },
  timing: { longestSpanDays: 1, ...SALES_TRAFFIC_TIMING },
  document: { kind: 'json-lines', read: readLine },
  table: {
    name: 'sales_traffic_products',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'product_id', kind: 'product' },
      { name: 'parent_asin', kind: 'text' },
      { name: 'units_ordered', kind: 'integer' },
      { name: 'order_items', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
      { name: 'sessions', kind: 'integer' },
      { name: 'page_views', kind: 'integer' },
      { name: 'buy_box_bp', kind: 'integer' },
    ],
    key: ['day', 'product_id'],
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
    return [needOneDay(one), ...product(one, { sales: one['sales'], traffic: one['traffic'] }, channel.currency)]
  })
}

/** The report's products stand for all its days together, so it must be of exactly the one day asked for. */
function readReport(json: unknown, context: RowContext): Iterable<RowVerdict> {
  const asked = specificationOf(json)
  const day = context.interval.from
  if (asked?.options['asinGranularity'] !== 'CHILD') return [badRow('asinGranularity', 'not CHILD')]
  if (!asked.marketplaceIds.includes(context.channel.marketplaceId)) return [badRow('marketplaceIds', 'another marketplace')]
  if (asked.from !== day || asked.last !== day) return [badRow('dataStartTime', 'not the day asked for')]
  const products = fieldsOf(json)?.['salesAndTrafficByAsin']
  if (!Array.isArray(products)) return [badRow('salesAndTrafficByAsin', 'no list of products')]
  return listOf(products).map((entry) =>
    rowVerdict(() => {
      const one = need(fieldsOf(entry), 'salesAndTrafficByAsin', 'not an object')
      return [day, ...product(one, { sales: one['salesByAsin'], traffic: one['trafficByAsin'] }, context.channel.currency)]
    }),
  )
}

function product(
  one: Readonly<Record<string, unknown>>,
  { sales, traffic }: { readonly sales: unknown; readonly traffic: unknown },
  currency: string,
): Row {
  const parent = need(textOf(one['parentAsin']), 'parentAsin', 'blank', (text) => text !== '')
  const asin = need(textOf(one['childAsin']), 'childAsin', 'blank', (text) => text !== '')
  const sold = figuresIn(sales, 'sales', currency)
  const seen = figuresIn(traffic, 'traffic', currency)
  return [
    productCell({ sku: '', asin, title: '' }),
    parent,
    sold.count('unitsOrdered'),
    sold.count('totalOrderItems'),
    sold.money('orderedProductSales'),
    seen.count('sessions'),
    seen.count('pageViews'),
    seen.share('buyBoxPercentage'),
  ]
}
