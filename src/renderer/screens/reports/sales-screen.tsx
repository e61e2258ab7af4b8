import type { ReactElement } from 'react'
import type { SalesReport } from '../../../shared/contract/views/reports.ts'
import { countText } from '../../format/number.ts'
import { useWords } from '../common/words.ts'
import { DailyReportPage } from './daily-report.tsx'
import { named, ratio, type Measure } from './measure.ts'
import { ReportScreen } from './report-screen.tsx'
import { RowTable, rowCells } from './row-table.tsx'
import { SoFarToday } from './so-far-today.tsx'
import type { TableSide } from './table-switch.tsx'

const measures: readonly Measure[] = [
  { key: 'ordered', label: 'Ordered sales', unit: 'money', of: named('orderedMinor') },
  { key: 'units', label: 'Units', unit: 'count', of: named('units') },
  { key: 'orders', label: 'Orders', unit: 'count', of: named('orders') },
  { key: 'average', label: 'Average order', unit: 'money', of: ratio('orderedMinor', 'orders') },
]
const figures = ['orders', 'units', 'orderedMinor', 'unknownPrices'] as const

/** What was ordered, by day and by product. */
export function SalesScreen(): ReactElement {
  return (
    <ReportScreen name="sales">
      {(scope) => (
        <DailyReportPage
          place="sales"
          name="sales"
          scope={scope}
          measures={measures}
          figures={figures}
          sides={sides}
          remark={(report) => (
            <>
              <UnknownPrices report={report} />
              <SoFarToday report={report} />
            </>
          )}
        />
      )}
    </ReportScreen>
  )
}

/** Amazon leaves the price of a pending order blank: those are counted, and their amount is unknown. */
function UnknownPrices({ report }: { readonly report: SalesReport }): ReactElement | null {
  const { locale } = useWords()
  const unknown = report.rows.reduce((sum, row) => sum + row.unknownPrices, 0)
  if (unknown === 0) return null
  return (
    <p className="figures pt-1 text-small text-ink-2">
      {countText(unknown, locale)} pending {unknown === 1 ? 'order has' : 'orders have'} no price yet;{' '}
      {unknown === 1 ? 'it counts' : 'they count'} as units and not in the sales.
    </p>
  )
}

function sides(report: SalesReport): readonly TableSide[] {
  const rows = report.products.map((product) => ({
    key: `${product.sku} ${product.asin}`,
    names: [product.title, product.sku, product.asin],
    figures: { units: product.units, orders: product.orders, orderedMinor: product.orderedMinor },
  }))
  const table = { heads: ['Product', 'SKU', 'ASIN'], rows, measures, frame: report }
  return [{ key: 'products', word: 'By product', table: <RowTable label="By product" {...table} />, ...rowCells(table) }]
}
