import type { ReactElement } from 'react'
import type { VendorForecastReport } from '../../../shared/contract/views/vendor-forecast.ts'
import { expectedText } from '../../format/number.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { forecastText } from '../../text/report-text.ts'
import type { Words } from '../common/words.ts'
import type { TableSide } from './table-switch.tsx'

type Week = VendorForecastReport['weeks'][number]
type Product = VendorForecastReport['products'][number]
type ProductWeek = VendorForecastReport['rows'][number]

/** The forecast by week, by product, and each product in each week. */
export function forecastSides(report: VendorForecastReport, words: Words): readonly TableSide[] {
  return [weekSide(report, words), productSide(report, words), everySide(report, words)]
}

function weekSide({ weeks, to: today }: VendorForecastReport, words: Words): TableSide {
  const most = Math.max(...weeks.map((week) => week.meanUnits), 0)
  const columns: DataColumn<Week>[] = [
    weekColumn(words, today),
    expected('mean', 'Mean, units', (row) => row.meanUnits, words, '120px'),
    {
      key: 'bar',
      head: 'Against the strongest week',
      align: 'left',
      track: 'minmax(160px,3fr)',
      cell: (row) => <Bar share={most === 0 ? 0 : row.meanUnits / most} />,
    },
    { key: 'products', head: 'Products', align: 'right', track: '96px', cell: (row) => row.products, sortBy: (row) => row.products },
  ]
  return {
    key: 'weeks',
    word: 'By week',
    head: ['from', 'to', 'mean units', 'products'],
    cells: weeks.map((row) => [row.from, row.to, row.meanUnits, row.products]),
    table: <DataTable label="Forecast by week" rows={weeks} columns={columns} keyOf={(row) => `${row.from}/${row.to}`} totals="none" />,
  }
}

function productSide({ products, next, weeks }: VendorForecastReport, words: Words): TableSide {
  const first = weeks.find((week) => week.from === next?.from)
  const label = first === undefined ? 'Next week' : words.range(first.from, first.to)
  const columns: DataColumn<Product>[] = [
    asinColumn(),
    expected('next', `Mean, ${next?.weeks ?? 0} weeks`, (row) => row.nextMeanUnits, words, '130px'),
    expected('mean', `Mean, ${label}`, (row) => row.weekMeanUnits, words, '160px'),
    expected('p70', `P70, ${label}`, (row) => row.weekP70Units, words, '150px'),
    expected('p80', `P80, ${label}`, (row) => row.weekP80Units, words, '150px'),
    expected('p90', `P90, ${label}`, (row) => row.weekP90Units, words, '150px'),
  ]
  return {
    key: 'products',
    word: 'By product',
    head: ['asin', 'mean units of the next weeks', 'mean units of the first', 'p70 of the first', 'p80 of the first', 'p90 of the first'],
    cells: products.map((row) => [row.asin, row.nextMeanUnits, row.weekMeanUnits, row.weekP70Units, row.weekP80Units, row.weekP90Units]),
    table:
      next === null ? (
        <EmptyState title="No week ahead">{forecastText.over}</EmptyState>
      ) : (
        <DataTable label="Forecast by product" rows={products} columns={columns} keyOf={(row) => row.asin} totals="none" />
      ),
  }
}

function everySide({ rows, to: today }: VendorForecastReport, words: Words): TableSide {
  const columns: DataColumn<ProductWeek>[] = [
    weekColumn(words, today),
    asinColumn(),
    expected('mean', 'Mean, units', (row) => row.meanUnits, words),
    expected('p70', 'P70', (row) => row.p70Units, words),
    expected('p80', 'P80', (row) => row.p80Units, words),
    expected('p90', 'P90', (row) => row.p90Units, words),
  ]
  return {
    key: 'product-weeks',
    word: 'By week and product',
    head: ['from', 'to', 'asin', 'mean units', 'p70', 'p80', 'p90'],
    cells: rows.map((row) => [row.from, row.to, row.asin, row.meanUnits, row.p70Units, row.p80Units, row.p90Units]),
    table: (
      <DataTable
        label="Forecast by week and product"
        rows={rows}
        columns={columns}
        keyOf={(row) => `${row.from}/${row.to}/${row.asin}`}
        totals="none"
      />
    ),
  }
}

/** A week that ended before today says so; a forecast keeps it. */
function weekColumn<Row extends { readonly from: string; readonly to: string }>(words: Words, today: string): DataColumn<Row> {
  return {
    key: 'week',
    head: 'Week',
    align: 'left',
    track: 'minmax(150px,1fr)',
    cell: (row) =>
      row.to < today ? <span className="text-ink-3">{words.range(row.from, row.to)}, over</span> : words.range(row.from, row.to),
    sortBy: (row) => row.from,
  }
}

function asinColumn<Row extends { readonly asin: string }>(): DataColumn<Row> {
  return { key: 'asin', head: 'ASIN', align: 'left', track: 'minmax(130px,2fr)', cell: (row) => row.asin, sortBy: (row) => row.asin }
}

function expected<Row>(key: string, head: string, of: (row: Row) => number | null, words: Words, track = '104px'): DataColumn<Row> {
  return { key, head, align: 'right', track, cell: (row) => expectedText(of(row), words.locale), sortBy: of }
}

/** How a week compares with the strongest one. */
function Bar({ share }: { readonly share: number }): ReactElement {
  return (
    <svg aria-hidden width="100%" height={14} className="block">
      <rect x="0" width={`${share * 100}%`} y="2" height="10" rx="1.5" className="fill-rope-light" />
    </svg>
  )
}
