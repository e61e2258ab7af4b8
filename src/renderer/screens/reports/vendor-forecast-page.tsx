import type { ReactElement } from 'react'
import type { VendorForecastReport } from '../../../shared/contract/views/vendor-forecast.ts'
import { expectedText } from '../../format/number.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { forecastText } from '../../text/report-text.ts'
import { counted } from '../common/counted.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords, type Words } from '../common/words.ts'
import { missingText } from './coverage-line.tsx'
import { asRange, type ReportScope } from './report-scope.ts'
import { TableSwitch } from './table-switch.tsx'
import { forecastSides } from './vendor-forecast-tables.tsx'
import { VendorPage } from './vendor-page.tsx'

/** Amazon's newest forecast of a vendor's demand, by week and by product; it looks ahead, so it takes no range. */
export function VendorForecastPage({ scope }: { readonly scope: ReportScope }): ReactElement {
  const { reports } = useWindowState()
  return (
    <VendorPage scope={scope}>
      <ReadingView
        resource={reports.onScreen('vendorForecast', { channelId: scope.channel.id, ...asRange(scope.days) })}
        loading="The forecast is loading"
        rows={8}
      >
        {(report) => (report.generatedOn === null ? <NoForecast report={report} /> : <Shown report={report} scope={scope} />)}
      </ReadingView>
    </VendorPage>
  )
}

function Shown({ report, scope }: { readonly report: VendorForecastReport; readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  return (
    <>
      <p className="figures pt-2 text-ink-2" data-testid="forecast-line">
        <b className="text-ink">Amazon’s forecast of {words.day(report.generatedOn)}</b>
        {nextText(report, words)}. <span className="text-ink-3">{asOfText(report, words)}</span>
      </p>
      <MissingSince report={report} words={words} />
      <p className="pt-1 text-small text-ink-3">
        {forecastText.notSales} {forecastText.quantiles}
      </p>
      <TableSwitch name="vendor" scope={scope} frame={report} first="weeks" sides={forecastSides(report, words)} />
    </>
  )
}

/** Where a day since the forecast is missing, a newer one may have come and not been fetched. */
function MissingSince({ report, words }: { readonly report: VendorForecastReport; readonly words: Words }): ReactElement | null {
  if (report.missingDays.length === 0) return null
  const lost = report.days.filter((state) => state === 'missing-lost').length
  return (
    <p className="pt-1 text-body text-watch-ink">
      {missingText(report.missingDays, words)} missing: {forecastText.newer}
      {lost === 0 ? '' : ` ${forecastText.lost(lost, report.missingDays.length)}`}
    </p>
  )
}

function NoForecast({ report }: { readonly report: VendorForecastReport }): ReactElement {
  return (
    <EmptyState title={forecastText.none}>
      {report.asOf === null ? forecastText.neverFetched : forecastText.noneMade} {forecastText.notSales}
    </EmptyState>
  )
}

function nextText({ next, totals }: VendorForecastReport, words: Words): string {
  if (next === null) return `: ${forecastText.over}`
  const units = expectedText(totals.nextMeanUnits, words.locale)
  const weeks = next.weeks === 1 ? 'the next week' : `the next ${next.weeks} weeks`
  return `: ${units} units expected in ${weeks} (mean, ${words.range(next.from, next.to)}), ${counted(totals.products, 'product', 'products')}${totals.lacking === 0 ? '' : `, ${forecastText.lacking(totals.lacking)}`}`
}

function asOfText({ asOf }: VendorForecastReport, words: Words): string {
  return asOf === null ? '' : `As of ${words.dated(asOf)}.`
}
