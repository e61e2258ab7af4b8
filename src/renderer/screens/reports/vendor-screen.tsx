import type { ReactElement } from 'react'
import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { vendorPartText, vendorText, vendorViewText } from '../../text/report-text.ts'
import { useWords, type Words } from '../common/words.ts'
import { places, useGo, VENDOR_PARTS, VENDOR_VIEWS, type ReportSearch, type VendorPart, type VendorView } from '../places.ts'
import { DailyReportPage } from './daily-report.tsx'
import { asRange, type ReportScope } from './report-scope.ts'
import { ReportScreen } from './report-screen.tsx'
import { RowTable, rowCells } from './row-table.tsx'
import type { TableSide } from './table-switch.tsx'
import { useVendorChoice } from './use-vendor-choice.ts'
import { productFigures, vendorPage, type VendorPage } from './vendor-parts.ts'

/** Amazon's retail analytics: sales in either view, stock, views and net PPM, each with its own days and age. */
export function VendorScreen(): ReactElement {
  return <ReportScreen name="vendor">{(scope) => <Vendor scope={scope} />}</ReportScreen>
}

function Vendor({ scope }: { readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  const { part, view } = useVendorChoice()
  const page = vendorPage(part, view)
  return (
    <DailyReportPage
      key={`${part}/${view}`}
      place="vendor"
      name="vendor"
      scope={scope}
      actions={<Choices scope={scope} part={part} view={view} />}
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

interface ChoicesProps {
  readonly scope: ReportScope
  readonly part: VendorPart
  readonly view: VendorView
}

function Choices({ scope, part, view }: ChoicesProps): ReactElement {
  const go = useGo()
  const put = (change: ReportSearch): void => {
    go(
      places.report('vendor', { channel: scope.channel.id, ...asRange(scope.days), compare: scope.compare, part, view, ...change }),
      'replace',
    )
  }
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {part === 'sales' ? (
        <SegmentedControl
          label="Whose deliveries"
          segments={VENDOR_VIEWS.map((key) => ({ key, word: vendorViewText[key] }))}
          chosen={view}
          onChoose={(chosen) => {
            put({ view: chosen })
          }}
        />
      ) : null}
      <SegmentedControl
        label="Figures"
        segments={VENDOR_PARTS.map((key) => ({ key, word: vendorPartText[key] }))}
        chosen={part}
        onChoose={(chosen) => {
          put({ part: chosen })
        }}
      />
    </div>
  )
}

function byProduct(page: VendorPage, report: VendorReport, words: Words): TableSide {
  const on = page.productsOn(report)
  const word = on === null ? 'By product' : `By product, ${words.day(on)}`
  const rows = page.products(report).map((one) => ({ key: one.asin, names: [one.asin], figures: productFigures(one) }))
  const table = { heads: ['ASIN'], rows, measures: page.productMeasures, frame: report }
  return { key: 'products', word, table: <RowTable label={word} {...table} />, ...rowCells(table) }
}
