import type { ReactElement } from 'react'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { vendorPartText, vendorViewText } from '../../text/report-text.ts'
import { places, useGo, VENDOR_PARTS, VENDOR_VIEWS, type ReportSearch } from '../places.ts'
import { asRange, type ReportScope } from './report-scope.ts'
import { useVendorChoice } from './use-vendor-choice.ts'

/** Which figures of a vendor are shown, and of sales in which view; kept in the address. */
export function VendorChoices({ scope }: { readonly scope: ReportScope }): ReactElement {
  const go = useGo()
  const { part, view } = useVendorChoice()
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
