import { brand } from '../../shared/lib/brand.ts'
import { addDays, formatDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { adSpend, feesByKind } from './economics-fees.ts'
import { floatMoney } from './float-money.ts'
import { fieldsOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import type { RequestScope } from './request.ts'
import { need, rowVerdict } from './row-verdict.ts'
import { figuresIn, isElsewhere, needOneDay, SALES_TRAFFIC_TIMING } from './sales-traffic.ts'

const AMOUNT = '{amount currencyCode}'
const FIELDS = [
  'startDate endDate marketplaceId msku childAsin parentAsin',
  `sales{unitsOrdered unitsRefunded netUnitsSold orderedProductSales${AMOUNT} refundedProductSales${AMOUNT} netProductSales${AMOUNT}}`,
  `fees{feeTypeName charges{aggregatedDetail{totalAmount${AMOUNT}}}}`,
  `ads{adTypeName charge{totalAmount${AMOUNT}}}`,
  `cost{costOfGoodsSold${AMOUNT}}`,
  `netProceeds{total${AMOUNT}}`,
].join(' ')

/**
 * Sales, fees, ad spend and proceeds per day and SKU, as Amazon works them out. The schema names no longest span and keeps
 * days apart in any; a week is asked for at once, because a result too large for one document is cut into pages and
 * each page costs a query. Refunds and fees come late like the figures of sales and traffic, so days settle alike.
 * Sources: docs/amazon.md §4.6. Costs of fees and ads are positive, as Amazon writes them.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('economics'),
  title: 'Economics by product',
  group: 'financial',
  family: 'selling',
  kinds: ['seller'],
  permission: 'brand-analytics',
  amazonRole: 'Brand Analytics',
  grain: 'day × SKU',
  shape: 'event',
  request: { kind: 'data-kiosk', query: economicsQuery },
  changes: null,
  probe: { kind: 'first-report' },
  timing: { longestSpanDays: 7, ...SALES_TRAFFIC_TIMING },
  document: { kind: 'json-lines', read: readLine },
  table: {
    name: 'economics_products',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'product_id', kind: 'product' },
      { name: 'units_ordered', kind: 'integer' },
      { name: 'units_refunded', kind: 'integer' },
      { name: 'units_net', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
      { name: 'refunded_minor', kind: 'money' },
      { name: 'net_sales_minor', kind: 'money' },
      { name: 'referral_fees_minor', kind: 'money' },
      { name: 'fulfilment_fees_minor', kind: 'money' },
      { name: 'storage_fees_minor', kind: 'money' },
      { name: 'other_fees_minor', kind: 'money' },
      { name: 'ads_minor', kind: 'money' },
      { name: 'unit_cost_minor', kind: 'money' },
      { name: 'net_proceeds_minor', kind: 'money' },
    ],
    key: ['day', 'product_id'],
    moneyColumn: 'net_sales_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [{ name: 'economics_days', select: rollUp() }],
  },
}

/** Days are the marketplace's own, both in (schema: aggregated against marketplace local time). */
function economicsQuery({ channel, interval }: RequestScope): string {
  const days = `startDate:"${formatDay(interval.from)}",endDate:"${formatDay(addDays(interval.until, -1))}"`
  const place = `marketplaceIds:["${channel.marketplaceId}"]`
  return `query{analytics_economics_2024_03_15{economics(aggregateBy:{date:DAY,productId:MSKU},${days},${place}){${FIELDS}}}}`
}

function readLine(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'line', 'not an object')
    if (isElsewhere(one, channel)) return null
    const { currency } = channel
    const asin = need(textOf(one['childAsin']) ?? textOf(one['parentAsin']), 'childAsin', 'blank', (text) => text !== '')
    const sku = need(textOf(one['msku']), 'msku', 'blank', (text) => text !== '')
    const sold = figuresIn(one['sales'], 'sales', currency)
    const fees = feesByKind(one['fees'], currency)
    const row = [
      needOneDay(one),
      productCell({ sku, asin, title: '' }),
      sold.count('unitsOrdered'),
      sold.count('unitsRefunded'),
      sold.count('netUnitsSold'),
      sold.money('orderedProductSales'),
      sold.money('refundedProductSales'),
      sold.money('netProductSales'),
      fees.sums.referral,
      fees.sums.fulfilment,
      fees.sums.storage,
      fees.sums.other,
      adSpend(one['ads'], currency),
      whereTold(fieldsOf(one['cost'])?.['costOfGoodsSold'], 'costOfGoodsSold', currency),
      whereTold(need(fieldsOf(one['netProceeds']), 'netProceeds', 'not an object')['total'], 'total', currency),
    ]
    return fees.unknown.length === 0 ? row : { row, note: `fees counted as other: ${fees.unknown.join(', ')}` }
  })
}

/** The cost of goods is the seller's own word and often missing, and then so are the figures made of it: unknown, never 0. */
function whereTold(json: unknown, column: string, currency: string): number | null {
  return json === null || json === undefined ? null : floatMoney(json, column, currency)
}

/** Sums of what is known, each beside the number of products that lack it. Cost counts net units, as Amazon's proceeds do. */
function rollUp(): Readonly<Record<string, string>> {
  const known = (column: string): string => `coalesce(sum(${column}), 0)`
  const fees = ['referral', 'fulfilment', 'storage', 'other'].map((kind) => `${kind}_fees_minor`)
  return {
    products: 'count(*)',
    units_ordered: 'sum(units_ordered)',
    units_refunded: 'sum(units_refunded)',
    ordered_minor: 'sum(ordered_minor)',
    refunded_minor: 'sum(refunded_minor)',
    net_sales_minor: 'sum(net_sales_minor)',
    ...Object.fromEntries(fees.map((column) => [column, known(column)])),
    unknown_fees: `count(CASE WHEN ${fees.join(' + ')} IS NULL THEN 1 END)`,
    ads_minor: known('ads_minor'),
    unknown_ads: 'count(CASE WHEN ads_minor IS NULL THEN 1 END)',
    cost_minor: known('unit_cost_minor * units_net'),
    unknown_costs: 'count(CASE WHEN unit_cost_minor IS NULL AND units_net <> 0 THEN 1 END)',
    net_proceeds_minor: known('net_proceeds_minor'),
    unknown_proceeds: 'count(CASE WHEN net_proceeds_minor IS NULL THEN 1 END)',
  }
}
