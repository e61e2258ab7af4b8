import { useState, type ReactElement } from 'react'
import type { ProductsReport } from '../../../shared/contract/views/reports.ts'
import { cellMoneyText, currencySign } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import { SearchField } from '../../parts/controls/search-field.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { useWindowState } from '../../state/use-state.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords, type Words } from '../common/words.ts'
import { decimal, type Cell } from './csv.ts'
import { asRange, type ReportScope } from './report-scope.ts'
import { ReportScreen } from './report-screen.tsx'
import { TableSwitch } from './table-switch.tsx'

type Product = ProductsReport['rows'][number]

/** Listings as they are now, with what they sold in the last 30 complete days. */
export function ProductsScreen(): ReactElement {
  return <ReportScreen name="products">{(scope) => <Products scope={scope} />}</ReportScreen>
}

function Products({ scope }: { readonly scope: ReportScope }): ReactElement {
  const { reports } = useWindowState()
  return (
    <Page scroll="own">
      <ReadingView
        resource={reports.of('products', { channelId: scope.channel.id, ...asRange(scope.days) })}
        loading="Products are loading"
        rows={8}
      >
        {(report) => <Shown report={report} scope={scope} />}
      </ReadingView>
    </Page>
  )
}

function Shown({ report, scope }: { readonly report: ProductsReport; readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  const [text, setText] = useState('')
  const { totals } = report
  const shown = report.rows.filter((row) => matches(row, text))
  return (
    <>
      <PageHead
        title="Products"
        aside={`${scope.account.name}, ${scope.channel.country}`}
        actions={<SearchField label="Filter products" value={text} onChange={setText} />}
      />
      <p className="figures pt-2 text-ink-2">
        <b className="text-ink">{countText(totals.listings, words.locale)} listings</b>, {countText(totals.active, words.locale)} active,{' '}
        {countText(totals.outOfStock, words.locale)} out of stock{stockRemark(report, words)}.
        <span className="text-ink-3">
          {' '}
          {report.asOf === null ? 'Not collected yet.' : `As of ${words.dated(report.asOf)}.`} Units and sales:{' '}
          {words.range(report.from, report.to)}.
        </span>
      </p>
      {report.rows.length === 0 ? (
        <EmptyState title="No listing yet">
          {report.asOf === null ? 'Listings are collected with the next run.' : 'Amazon lists no product for this channel.'}
        </EmptyState>
      ) : (
        <TableSwitch
          name="products"
          scope={scope}
          frame={report}
          first="listings"
          sides={[
            {
              key: 'listings',
              word: 'Listings',
              head: ['title', 'sku', 'asin', 'status', 'price', 'stock', 'units', 'ordered'],
              cells: report.rows.map((row) => cellsOf(row, report.moneyScale)),
              table:
                shown.length === 0 ? (
                  <EmptyState
                    title={`No product matches “${text.trim()}”`}
                    action={{
                      word: 'Clear the filter',
                      tone: 'quiet',
                      onPress: () => {
                        setText('')
                      },
                    }}
                  >
                    {countText(totals.listings, words.locale)} listings are hidden by it.
                  </EmptyState>
                ) : (
                  <DataTable label="Listings" rows={shown} columns={columnsOf(report, words)} keyOf={(row) => row.sku} totals="none" />
                ),
            },
          ]}
        />
      )}
    </>
  )
}

function columnsOf(report: ProductsReport, { locale }: Words): DataColumn<Product>[] {
  const money = (minor: number | null): string =>
    cellMoneyText(minor === null ? null : { minor, scale: report.moneyScale, currency: report.currency }, locale)
  const sign = currencySign(report.currency, locale)
  return [
    { key: 'title', head: 'Product', align: 'left', track: 'minmax(260px,2fr)', cell: (row) => row.title, sortBy: (row) => row.title },
    { key: 'sku', head: 'SKU', align: 'left', track: '140px', cell: (row) => row.sku, sortBy: (row) => row.sku },
    { key: 'asin', head: 'ASIN', align: 'left', track: '116px', cell: (row) => row.asin, sortBy: (row) => row.asin },
    { key: 'status', head: 'Listing', align: 'left', track: '110px', cell: (row) => row.status.toLowerCase(), sortBy: (row) => row.status },
    {
      key: 'price',
      head: `Price, ${sign}`,
      align: 'right',
      track: '96px',
      cell: (row) => money(row.priceMinor),
      sortBy: (row) => row.priceMinor,
    },
    {
      key: 'stock',
      head: 'Stock',
      align: 'right',
      track: '84px',
      cell: (row) => countText(row.quantity, locale),
      sortBy: (row) => row.quantity,
    },
    { key: 'units', head: 'Units', align: 'right', track: '84px', cell: (row) => countText(row.units, locale), sortBy: (row) => row.units },
    {
      key: 'ordered',
      head: `Sales, ${sign}`,
      align: 'right',
      track: '110px',
      cell: (row) => money(row.orderedMinor),
      sortBy: (row) => row.orderedMinor,
    },
  ]
}

function cellsOf(row: Product, scale: number): Cell[] {
  return [
    row.title,
    row.sku,
    row.asin,
    row.status,
    decimal(row.priceMinor, scale),
    row.quantity,
    row.units,
    decimal(row.orderedMinor, scale),
  ]
}

function matches(row: Product, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return wanted === '' || [row.title, row.sku, row.asin].some((one) => one.toLowerCase().includes(wanted))
}

/** Amazon writes no stock for what it keeps itself, so a dash there is explained once above the table. */
function stockRemark({ rows }: ProductsReport, { locale }: Words): string {
  const unknown = rows.filter((row) => row.quantity === null).length
  return unknown === 0 ? '' : `, ${countText(unknown, locale)} without a stock figure in Amazon’s list`
}
