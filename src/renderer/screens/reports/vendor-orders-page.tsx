import type { ReactElement } from 'react'
import type { VendorOrdersReport } from '../../../shared/contract/views/vendor-orders.ts'
import { isComplete } from '../../../shared/domain/coverage.ts'
import { moneyText } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { purchaseOrderText } from '../../text/report-text.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords, type Words } from '../common/words.ts'
import { CoverageLine, missingText } from './coverage-line.tsx'
import { BeforeStart, endsBeforeStart } from './daily-report.tsx'
import { asRange, type ReportScope } from './report-scope.ts'
import { Standing } from './standing.tsx'
import { TableSwitch } from './table-switch.tsx'
import { orderSides } from './vendor-orders-tables.tsx'
import { VendorPage } from './vendor-page.tsx'

/** A vendor's purchase orders of the range, the newest first. */
export function VendorOrdersPage({ scope }: { readonly scope: ReportScope }): ReactElement {
  const { reports } = useWindowState()
  return (
    <VendorPage scope={scope}>
      <ReadingView
        resource={reports.onScreen('vendorOrders', { channelId: scope.channel.id, ...asRange(scope.days) })}
        loading="Purchase orders are loading"
        rows={8}
      >
        {(report, isReloading) => (
          <Standing report={report} scope={scope} isReloading={isReloading}>
            <Shown report={report} scope={scope} />
          </Standing>
        )}
      </ReadingView>
    </VendorPage>
  )
}

function Shown({ report, scope }: { readonly report: VendorOrdersReport; readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  return (
    <>
      <CoverageLine report={report} days={[]} scope={scope} />
      {report.lostDays.length === 0 ? null : (
        <p className="pt-1 text-small text-act-ink">{purchaseOrderText.lost(missingText(report.lostDays, words))}</p>
      )}
      <p className="pt-1 text-small text-ink-3">{purchaseOrderText.meaning(report.currency)}</p>
      {report.rows.length === 0 ? (
        <Nothing report={report} scope={scope} />
      ) : (
        <>
          <p className="figures pt-3 text-ink-2" data-testid="orders-line">
            {totalsText(report, words)}
          </p>
          <TableSwitch name="vendor" scope={scope} frame={report} first="orders" sides={orderSides(report, words)} />
        </>
      )}
    </>
  )
}

/** No order is proven only where a day of the range is held. */
function Nothing({ report, scope }: { readonly report: VendorOrdersReport; readonly scope: ReportScope }): ReactElement {
  if (endsBeforeStart(report)) return <BeforeStart scope={scope} />
  return report.days.some(isComplete) ? (
    <EmptyState title={purchaseOrderText.none}>{purchaseOrderText.noneProven}</EmptyState>
  ) : (
    <EmptyState title="Nothing here for these days">{purchaseOrderText.notHeld}</EmptyState>
  )
}

function totalsText({ totals, currency, moneyScale }: VendorOrdersReport, { locale }: Words): ReactElement {
  const cost = totals.costMinor === null ? null : { minor: totals.costMinor, scale: moneyScale, currency }
  return (
    <>
      <b className="text-ink">
        {countText(totals.orders, locale)} {totals.orders === 1 ? 'order' : 'orders'}
      </b>
      , {countText(totals.open, locale)} of them open, {countText(totals.units, locale)} units ordered, cost {moneyText(cost, { locale })}
      {totals.withoutCost === 0 ? '' : ` (${purchaseOrderText.withoutCost(totals.withoutCost)})`}.
    </>
  )
}
