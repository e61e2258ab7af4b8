import { addDays, formatDay, parseDay } from '../../shared/domain/day.ts'
import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { DatasetTiming } from '../../shared/domain/timing.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'
import { figureColumn, readFigure, type VendorFigure } from './vendor-figure.ts'

const HOUR_MS = 3_600_000

/**
 * Sources: docs/amazon.md §4.5: 15 days a report (recalled), 13 months kept, ready 72 hours after a day and we wait 24
 * more, because asking early is answered FATAL; fetched again at 5, 10, 20 and 40 days as others do, since Amazon names no
 * end of restating.
 */
const TIMING: DatasetTiming = {
  longestSpanDays: 15,
  lookBackDays: 395,
  publishDelayMs: 96 * HOUR_MS,
  settlingDays: 40,
  settlingAges: [5, 10, 20, 40],
  everyMs: null,
  staleAfterMs: 7 * 24 * HOUR_MS,
}

/** What tells one daily retail analytics report from another. */
export interface VendorReport {
  readonly id: string
  readonly title: string
  readonly reportType: string
  /** Sent with the request and demanded of the document: another view or programme would be wrong without a word. */
  readonly options: Readonly<Record<string, string>>
  /** Field of the list of products. */
  readonly list: string
  readonly table: string
  readonly figures: readonly VendorFigure[]
  /** Column the receipt sums; null where there is no money. */
  readonly moneyColumn: string | null
  /** Fields of a product that are known and not taken. */
  readonly passedOver?: readonly string[]
}

/** A daily retail analytics report as a dataset, by day × product. */
export function vendorReport(report: VendorReport): Dataset {
  return {
    id: brand<DatasetId>(report.id),
    title: report.title,
    group: 'vendor',
    family: 'selling',
    kinds: ['vendor'],
    permission: 'vendor',
    amazonRole: 'Brand Analytics',
    grain: 'day × product',
    shape: 'event',
    request: {
      kind: 'amazon-report',
      reportType: report.reportType,
      options: () => report.options,
      // Amazon takes the date part only, and both days are in.
      dates: ({ interval }) => ({
        start: `${formatDay(interval.from)}T00:00:00Z`,
        end: `${formatDay(addDays(interval.until, -1))}T00:00:00Z`,
      }),
    },
    changes: null,
    probe: { kind: 'first-report' },
    timing: TIMING,
    document: {
      kind: 'json',
      read: (json, context) => readReport(json, context, report),
      records: (json) => listOf(fieldsOf(json)?.[report.list]),
      fields: ['startDate', 'endDate', 'asin', ...report.figures.map(({ field }) => field), ...(report.passedOver ?? [])],
    },
    table: {
      name: report.table,
      columns: [{ name: 'day', kind: 'day' }, { name: 'product_id', kind: 'product' }, ...report.figures.map(figureColumn)],
      key: ['day', 'product_id'],
      moneyColumn: report.moneyColumn,
      moneyScale: 'currency',
      entityColumn: null,
      rollups: [],
    },
  }
}

function readReport(json: unknown, context: RowContext, report: VendorReport): Iterable<RowVerdict> {
  const foreign = vendorMismatch(json, context, report)
  if (foreign !== null) return [foreign]
  return listOf(fieldsOf(json)?.[report.list]).map((one) => readProductDay(one, context, report))
}

/** Why a document is not the one asked for, by its own specification; null when it is. */
export function vendorMismatch(
  json: unknown,
  { channel }: RowContext,
  { list, options }: Pick<VendorReport, 'list' | 'options'>,
): RowVerdict | null {
  const report = fieldsOf(json)
  const asked = fieldsOf(report?.['reportSpecification'])
  const told = fieldsOf(asked?.['reportOptions'])
  if (!report || !asked || !Array.isArray(report[list])) return badRow(list, 'no list of products')
  for (const [name, value] of Object.entries(options)) if (told?.[name] !== value) return badRow(name, `not ${value}`)
  return listOf(asked['marketplaceIds']).includes(channel.marketplaceId) ? null : badRow('marketplaceIds', 'another marketplace')
}

function readProductDay(json: unknown, { channel }: RowContext, { list, figures }: VendorReport): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), list, 'not an object')
    const day = need(parseDay(textOf(one['startDate']) ?? ''), 'startDate', 'not a day')
    need(one['endDate'], 'endDate', 'not the same day', (end) => end === one['startDate'])
    const asin = need(textOf(one['asin']), 'asin', 'blank', (text) => text !== '')
    return [day, productCell({ sku: '', asin, title: '' }), ...figures.map((figure) => readFigure(one, figure, channel.currency))]
  })
}
