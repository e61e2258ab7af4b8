import type { VendorOrdersReport } from '../../../shared/contract/views/vendor-orders.ts'
import { cellMoneyText, currencySign } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { purchaseOrderText } from '../../text/report-text.ts'
import type { Words } from '../common/words.ts'
import { decimal } from './csv.ts'
import type { TableSide } from './table-switch.tsx'

type Order = VendorOrdersReport['rows'][number]
type Item = VendorOrdersReport['items'][number]

/** Orders, and their articles. */
export function orderSides(report: VendorOrdersReport, words: Words): readonly TableSide[] {
  return [ordersSide(report, words), itemsSide(report, words)]
}

function ordersSide(report: VendorOrdersReport, words: Words): TableSide {
  const { rows, moneyScale } = report
  const columns: DataColumn<Order>[] = [
    text('number', 'Order', 'minmax(120px,2fr)', (row) => row.number),
    { ...text('ordered', 'Ordered', '112px', (row) => words.weekday(row.orderedOn)), sortBy: (row) => row.orderedAt },
    text('state', 'State', 'minmax(110px,1fr)', (row) => purchaseOrderText.state(row.state)),
    text('type', 'Type', 'minmax(120px,1fr)', (row) => purchaseOrderText.type(row.type)),
    {
      ...text('changed', 'Changed', '112px', (row) => (row.changedAt === null ? words.day(null) : words.date(row.changedAt))),
      sortBy: (row) => row.changedAt,
    },
    count('articles', 'Articles', (row) => row.articles, words),
    count('units', 'Units', (row) => row.units, words),
    money('cost', 'Cost', (row) => row.costMinor, report, words),
  ]
  return {
    key: 'orders',
    word: 'Orders',
    head: ['order', 'ordered', 'state', 'type', 'articles', 'units', 'cost'],
    cells: rows.map((row) => [row.number, row.orderedOn, row.state, row.type, row.articles, row.units, decimal(row.costMinor, moneyScale)]),
    table: <DataTable label="Purchase orders" rows={rows} columns={columns} keyOf={(row) => row.number} totals="none" />,
  }
}

function itemsSide(report: VendorOrdersReport, words: Words): TableSide {
  const { items, moneyScale } = report
  const columns: DataColumn<Item>[] = [
    text('number', 'Order', 'minmax(120px,1fr)', (row) => row.number),
    text('asin', 'ASIN', 'minmax(120px,1fr)', (row) => row.asin),
    text('sku', 'Your number', 'minmax(120px,1fr)', (row) => row.sku),
    count('units', 'Units', (row) => row.units, words),
    money('each', 'Unit cost', (row) => row.unitCostMinor, report, words),
    money('cost', 'Cost', (row) => row.costMinor, report, words),
  ]
  return {
    key: 'articles',
    word: 'Articles',
    head: ['order', 'line', 'asin', 'sku', 'units', 'unit cost', 'cost'],
    cells: items.map((row) => [
      row.number,
      row.line,
      row.asin,
      row.sku,
      row.units,
      decimal(row.unitCostMinor, moneyScale),
      decimal(row.costMinor, moneyScale),
    ]),
    table: (
      <DataTable
        label="Articles of purchase orders"
        rows={items}
        columns={columns}
        keyOf={(row) => `${row.number}/${row.line}`}
        totals="none"
      />
    ),
  }
}

function text<Row>(key: string, head: string, track: string, of: (row: Row) => string): DataColumn<Row> {
  return { key, head, align: 'left', track, cell: of, sortBy: of }
}

function count<Row>(key: string, head: string, of: (row: Row) => number, { locale }: Words): DataColumn<Row> {
  return { key, head, align: 'right', track: '92px', cell: (row) => countText(of(row), locale), sortBy: of }
}

function money<Row>(
  key: string,
  head: string,
  of: (row: Row) => number | null,
  { currency, moneyScale }: VendorOrdersReport,
  { locale }: Words,
): DataColumn<Row> {
  const write = (minor: number | null): string => cellMoneyText(minor === null ? null : { minor, scale: moneyScale, currency }, locale)
  return {
    key,
    head: `${head}, ${currencySign(currency, locale)}`,
    align: 'right',
    track: '124px',
    cell: (row) => write(of(row)),
    sortBy: of,
  }
}
