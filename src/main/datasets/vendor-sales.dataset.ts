import { brand } from '../../shared/lib/brand.ts'
import { addDays, formatDay, parseDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { needMoney } from './json-money.ts'
import { productCell } from './product-cell.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MONEY = { amount: 'amount', currency: 'currencyCode' }
const OPTIONS = { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' } as const

/**
 * Vendor retail sales per product and day, manufacturing view. Sources: docs/amazon.md §4.5: 15 days a report (recalled),
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
    dates: ({ interval }) => ({
      start: `${formatDay(interval.from)}T00:00:00Z`,
      end: `${formatDay(addDays(interval.until, -1))}T00:00:00Z`,
    }),
  },
  changes: null,
  probe: { kind: 'first-report' },
  timing: {
    longestSpanDays: 15,
    lookBackDays: 395,
    publishDelayMs: 96 * HOUR_MS,
    settlingDays: 40,
    settlingAges: [5, 10, 20, 40],
    everyMs: null,
    staleAfterMs: 7 * DAY_MS,
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
  if (!report || !asked || !Array.isArray(report['salesByAsin'])) return [badRow('salesByAsin', 'no list of products')]
  for (const [name, value] of Object.entries(OPTIONS)) if (options?.[name] !== value) return [badRow(name, `not ${value}`)]
  if (!listOf(asked['marketplaceIds']).includes(context.channel.marketplaceId)) return [badRow('marketplaceIds', 'another marketplace')]
  return report['salesByAsin'].map((one: unknown) => readProductDay(one, context))
}

function readProductDay(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'salesByAsin', 'not an object')
    const day = need(parseDay(textOf(one['startDate']) ?? ''), 'startDate', 'not a day')
    need(one['endDate'], 'endDate', 'not the same day', (end) => end === one['startDate'])
    const asin = need(textOf(one['asin']), 'asin', 'blank', (text) => text !== '')
    const count = (name: string): number => need(countOf(one[name] ?? 0), name, 'not a count')
    const money = (name: string): number | null =>
      isLeftOut(one[name]) ? null : needMoney(one[name], name, { names: MONEY, currency: channel.currency })
    return [
      day,
      productCell({ sku: '', asin, title: '' }),
      count('orderedUnits'),
      money('orderedRevenue'),
      count('shippedUnits'),
      money('shippedRevenue') ?? 0,
      money('shippedCogs') ?? 0,
      count('customerReturns'),
    ]
  })
}

function isLeftOut(json: unknown): boolean {
  return json === undefined || json === null
}
