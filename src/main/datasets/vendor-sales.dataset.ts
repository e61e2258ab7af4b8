import { brand } from '../../shared/lib/brand.ts'
import { addDays, formatDay, parseDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import { jsonAmount } from './read-amount.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const OPTIONS = { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' } as const

/**
 * Vendor retail sales per product and day, manufacturing view. Sources: amazon.md §4.5: 15 days a report (recalled),
 * 13 months kept, ready 72 hours after a day and we wait 24 more, because asking early is answered FATAL; fetched again
 * at 5, 10, 20 and 40 days as others do, since Amazon names no end of restating.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('vendor-sales'),
  title: 'Vendor sales',
  group: 'vendor',
  family: 'selling',
  kinds: ['vendor'],
  permission: 'vendor',
  amazonRole: 'Brand Analytics',
  grain: 'day × product',
  shape: 'event',
  request: {
    kind: 'amazon-report',
    reportType: 'GET_VENDOR_SALES_REPORT',
    options: () => OPTIONS,
    // Amazon takes the date part only, and both days are in.
    dates: ({ interval }) => ({ start: `${formatDay(interval.from)}T00:00:00Z`, end: `${formatDay(addDays(interval.until, -1))}T00:00:00Z` }),
  },
  changes: null,
  probe: { kind: 'first-report' },
  timing: {
    longestSpanDays: 15, lookBackDays: 395, publishDelayMs: 96 * HOUR_MS, settlingDays: 40, settlingAges: [5, 10, 20, 40], everyMs: null, staleAfterMs: 7 * DAY_MS,
  },
  document: { kind: 'json', read: readReport },
  table: {
    name: 'vendor_sales',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'product_id', kind: 'product' },
      { name: 'ordered_units', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
      { name: 'shipped_units', kind: 'integer' },
      { name: 'shipped_minor', kind: 'money' },
      { name: 'shipped_cogs_minor', kind: 'money' },
      { name: 'customer_returns', kind: 'integer' },
    ],
    key: ['day', 'product_id'],
    moneyColumn: 'shipped_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

/** A report of another view, program or marketplace would be wrong without a word, so it is refused whole. */
function readReport(json: unknown, context: RowContext): Iterable<RowVerdict> {
  const report = fieldsOf(json)
  const asked = fieldsOf(report?.['reportSpecification'])
  const options = fieldsOf(asked?.['reportOptions'])
  if (!report || !asked || !Array.isArray(report['salesByAsin'])) return [bad('salesByAsin', 'no list of products')]
  for (const [name, value] of Object.entries(OPTIONS)) if (options?.[name] !== value) return [bad(name, `not ${value}`)]
  if (!listOf(asked['marketplaceIds']).includes(context.channel.marketplaceId)) return [bad('marketplaceIds', 'another marketplace')]
  return report['salesByAsin'].map((one: unknown) => readProductDay(one, context))
}

function readProductDay(json: unknown, { channel }: RowContext): RowVerdict {
  const one = fieldsOf(json)
  const day = parseDay(String(one?.['startDate']))
  if (!one || day === null || one['endDate'] !== one['startDate']) return bad('startDate', 'not a single day')
  const asin = textOf(one['asin'])
  if (asin === null || asin === '') return bad('asin', 'blank')
  const counts = [countOf(one['orderedUnits'] ?? 0), countOf(one['shippedUnits'] ?? 0), countOf(one['customerReturns'] ?? 0)]
  const [ordered, shipped, returned] = counts
  if (counts.includes(null)) return bad('shippedUnits', 'not a count')
  const amount = (name: string): number | null | undefined => readMoney(one[name], channel.currency)
  const [revenue, shippedRevenue, cogs] = [amount('orderedRevenue'), amount('shippedRevenue'), amount('shippedCogs')]
  if (revenue === undefined || shippedRevenue === undefined || cogs === undefined) return bad('shippedRevenue', `not an amount in ${channel.currency}`)
  return {
    kind: 'row',
    row: [day, productCell({ sku: '', asin, title: '' }), ordered ?? 0, revenue, shipped ?? 0, shippedRevenue ?? 0, cogs ?? 0, returned ?? 0],
  }
}

/** Null where Amazon left the amount out; undefined where it is none. */
function readMoney(json: unknown, currency: string): number | null | undefined {
  if (json === undefined || json === null) return null
  const money = fieldsOf(json)
  const minor = jsonAmount(money?.['amount'], currencyScale(currency))
  return minor === null || (minor !== 0 && money?.['currencyCode'] !== currency) ? undefined : minor
}

function bad(column: string, why: string): RowVerdict {
  return { kind: 'bad', column, why }
}
