import { useState, type ReactElement } from 'react'
import type { ProductsReport } from '../../../shared/contract/views/reports.ts'
import { countText } from '../../format/number.ts'
import { SearchField } from '../../parts/controls/search-field.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { productsText } from '../../text/report-text.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords, type Words } from '../common/words.ts'
import { PRODUCT_HEAD, productCells, productColumns, type Product } from './product-columns.ts'
import { asRange, type ReportScope } from './report-scope.ts'
import { ReportScreen } from './report-screen.tsx'
import { Standing } from './standing.tsx'
import { TableSwitch } from './table-switch.tsx'

/** Listings as they are now, with what Amazon holds and objects to, and what they sold in the last 30 complete days. */
export function ProductsScreen(): ReactElement {
  return <ReportScreen name="products">{(scope) => <Products scope={scope} />}</ReportScreen>
}

function Products({ scope }: { readonly scope: ReportScope }): ReactElement {
  const { reports } = useWindowState()
  return (
    <Page scroll="own">
      <ReadingView
        resource={reports.onScreen('products', { channelId: scope.channel.id, ...asRange(scope.days) })}
        loading="Products are loading"
        rows={8}
      >
        {(report, isReloading) => (
          <Standing report={report} scope={scope} isReloading={isReloading}>
            <Shown report={report} scope={scope} />
          </Standing>
        )}
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
        {countText(totals.outOfStock, words.locale)} out of stock{issuesRemark(report, words)}
        {stockRemark(report, words)}.
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
              head: PRODUCT_HEAD,
              cells: report.rows.map((row) => productCells(row, report.moneyScale)),
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
                  <DataTable label="Listings" rows={shown} columns={productColumns(report, words)} keyOf={(row) => row.sku} totals="none" />
                ),
            },
          ]}
        />
      )}
    </>
  )
}

function matches(row: Product, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return wanted === '' || [row.title, row.sku, row.asin].some((one) => one.toLowerCase().includes(wanted))
}

/** Amazon's list has no stock for what Amazon keeps itself; a dash where that is unknown too is explained once above the table. */
function stockRemark({ rows }: ProductsReport, { locale }: Words): string {
  const unknown = rows.filter((row) => row.quantity === null && row.stockFulfillable === null).length
  return unknown === 0 ? '' : productsText.stockUnknown(countText(unknown, locale))
}

/** How many listings Amazon found errors in; nothing while issues are unknown. */
function issuesRemark({ totals }: ProductsReport, { locale }: Words): string {
  return totals.withErrors === null ? '' : productsText.withErrors(countText(totals.withErrors, locale))
}
