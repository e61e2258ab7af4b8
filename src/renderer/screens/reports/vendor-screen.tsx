import type { ReactElement } from 'react'
import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import { vendorText } from '../../text/report-text.ts'
import { useWords, type Words } from '../common/words.ts'
import { DailyReportPage } from './daily-report.tsx'
import type { ReportScope } from './report-scope.ts'
import { ReportScreen } from './report-screen.tsx'
import { RowTable, rowCells } from './row-table.tsx'
import type { TableSide } from './table-switch.tsx'
import { useVendorChoice } from './use-vendor-choice.ts'
import { VendorChoices } from './vendor-choices.tsx'
import { VendorForecastPage } from './vendor-forecast-page.tsx'
import { VendorOrdersPage } from './vendor-orders-page.tsx'
import { productFigures, vendorPage, type VendorPage } from './vendor-parts.ts'

/** Amazon's retail analytics, forecast and purchase orders, each with its own days and age. */
export function VendorScreen(): ReactElement {
  return <ReportScreen name="vendor">{(scope) => <Vendor scope={scope} />}</ReportScreen>
}

function Vendor({ scope }: { readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  const { part, view } = useVendorChoice()
  if (part === 'forecast') return <VendorForecastPage scope={scope} />
  if (part === 'orders') return <VendorOrdersPage scope={scope} />
  const page = vendorPage(part, view)
  return (
    <DailyReportPage
      key={`${part}/${view}`}
      place="vendor"
      name="vendor"
      scope={scope}
      actions={<VendorChoices scope={scope} />}
      measures={page.measures}
      figures={page.figures}
      standing={page.standing}
      part={page.part}
      sides={(report) => [byProduct(page, report, words)]}
      remark={() => (
        <p className="pt-1 text-small text-ink-3">
          {page.remark} {vendorText.published}
        </p>
      )}
    />
  )
}

function byProduct(page: VendorPage, report: VendorReport, words: Words): TableSide {
  const on = page.productsOn(report)
  const word = on === null ? 'By product' : `By product, ${words.day(on)}`
  const rows = page.products(report).map((one) => ({ key: one.asin, names: [one.asin], figures: productFigures(one) }))
  const table = { heads: ['ASIN'], rows, measures: page.productMeasures, frame: report }
  return { key: 'products', word, table: <RowTable label={word} {...table} />, ...rowCells(table) }
}
