import type { ReactElement } from 'react'
import type { VendorReport } from '../../../shared/contract/views/reports.ts'
import { DailyReportPage } from './daily-report.tsx'
import { named, type Measure } from './measure.ts'
import { ReportScreen } from './report-screen.tsx'
import { RowTable, rowCells } from './row-table.tsx'
import type { TableSide } from './table-switch.tsx'

const measures: readonly Measure[] = [
  { key: 'shipped', label: 'Shipped revenue', unit: 'money', of: named('shippedMinor') },
  { key: 'shippedUnits', label: 'Shipped units', unit: 'count', of: named('shippedUnits') },
  { key: 'cogs', label: 'Shipped cost', unit: 'money', of: named('shippedCogsMinor') },
  { key: 'ordered', label: 'Ordered revenue', unit: 'money', of: named('orderedMinor') },
  { key: 'orderedUnits', label: 'Ordered units', unit: 'count', of: named('orderedUnits') },
  { key: 'returns', label: 'Returns', unit: 'count', of: named('returns') },
]
const figures = ['orderedUnits', 'orderedMinor', 'shippedUnits', 'shippedMinor', 'shippedCogsMinor', 'returns'] as const

/** What Amazon ordered and shipped, by day and by product. */
export function VendorScreen(): ReactElement {
  return (
    <ReportScreen name="vendor">
      {(scope) => (
        <DailyReportPage
          place="vendor"
          name="vendor"
          scope={scope}
          measures={measures}
          figures={figures}
          sides={sides}
          remark={() => <p className="pt-1 text-small text-ink-3">Amazon publishes vendor figures about 72 h after a day ends.</p>}
        />
      )}
    </ReportScreen>
  )
}

const byProduct = measures.filter((measure) => measure.key === 'shipped' || measure.key === 'shippedUnits')

function sides(report: VendorReport): readonly TableSide[] {
  const rows = report.products.map((one) => ({
    key: one.asin,
    names: [one.asin],
    figures: { shippedUnits: one.shippedUnits, shippedMinor: one.shippedMinor },
  }))
  const table = { heads: ['ASIN'], rows, measures: byProduct, frame: report }
  return [{ key: 'products', word: 'By product', table: <RowTable label="By product" {...table} />, ...rowCells(table) }]
}
