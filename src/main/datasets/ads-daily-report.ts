import { brand } from '../../shared/lib/brand.ts'
import type { AdProduct } from '../../shared/domain/ad-product.ts'
import { parseDay } from '../../shared/domain/day.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { AdsColumn } from './ads-columns.ts'
import { ADS_TIMING, AT_AMAZON } from './ads-timing.ts'
import type { Dataset } from './dataset.ts'
import type { Cell, RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import { jsonAmount } from './read-amount.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'
import type { DatasetTable } from './table.ts'

/** What tells one daily advertising report from another. */
export interface AdsDailyReport {
  readonly id: string
  readonly title: string
  readonly grain: string
  readonly product: AdProduct
  readonly reportTypeId: string
  readonly groupBy: string
  readonly table: string
  /** In storage order after the day, those that make the key first. */
  readonly columns: readonly AdsColumn[]
  /** How many of the columns make the key with the day. */
  readonly keyed: number
}

/** A dataset of daily advertising rows; what all of them share stands here once (docs/amazon.md §4.3). */
export function adsDailyReport(report: AdsDailyReport): Dataset {
  const { adProduct, keptDays } = AT_AMAZON[report.product]
  return {
    id: brand<DatasetId>(report.id),
    title: report.title,
    group: 'advertising',
    family: 'advertising',
    kinds: ['seller', 'vendor'],
    permission: 'advertising',
    amazonRole: 'advertising::campaign_management',
    grain: report.grain,
    shape: 'event',
    request: {
      kind: 'ads-report',
      reportTypeId: report.reportTypeId,
      adProduct,
      groupBy: [report.groupBy],
      columns: ['date', ...report.columns.flatMap((column) => column.amazon)],
    },
    changes: null,
    probe: { kind: 'ads-profiles' },
    timing: { ...ADS_TIMING, lookBackDays: keptDays },
    document: { kind: 'json', read: (json, context) => readReport(report.columns, json, context) },
    table: tableOf(report),
  }
}

function tableOf({ table, columns, keyed }: AdsDailyReport): DatasetTable {
  const own = columns.map(({ name, kind }) => ({ name, kind: kind === 'id' ? ('text' as const) : kind }))
  return {
    name: table,
    columns: [{ name: 'day', kind: 'day' }, ...own],
    key: ['day', ...own.slice(0, keyed).map((column) => column.name)],
    moneyColumn: 'cost_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  }
}

function readReport(columns: readonly AdsColumn[], json: unknown, context: RowContext): Iterable<RowVerdict> {
  if (!Array.isArray(json)) return [badRow('report', 'not a list of rows')]
  const scale = currencyScale(context.channel.currency)
  return json.map((one: unknown) =>
    rowVerdict(() => {
      const row = need(fieldsOf(one), 'report', 'not an object')
      const day = need(parseDay(textOf(row['date']) ?? ''), 'date', 'not a day')
      return [day, ...columns.map((column) => readCell(column, row, scale))]
    }),
  )
}

type AmazonRow = Readonly<Record<string, unknown>>

function readCell(column: AdsColumn, row: AmazonRow, scale: number): Cell {
  const [name = '', second = ''] = column.amazon
  return READERS[column.kind](row, { name, second, scale })
}

type Reader = (row: AmazonRow, place: { readonly name: string; readonly second: string; readonly scale: number }) => Cell

/** A figure Amazon leaves out is one that did not happen: its reports have no other way of saying nil. */
const READERS: Readonly<Record<AdsColumn['kind'], Reader>> = {
  id: (row, { name }) => need(textOf(row[name]), name, 'not an id', (text) => ID.test(text)),
  text: (row, { name }) => textOf(row[name]) ?? '',
  product: (row, { name, second }) =>
    productCell({ sku: textOf(row[second]) ?? '', asin: need(textOf(row[name]), name, 'blank', (text) => text !== ''), title: '' }),
  integer: (row, { name }) => need(countOf(row[name] ?? 0), name, 'not a count'),
  money: (row, { name, scale }) => need(jsonAmount(row[name] ?? 0, scale), name, 'not an amount'),
}

/** Ids come as text or as whole numbers; what was a longer number became text before it was parsed. */
const ID = /^[\w.-]{1,64}$/
