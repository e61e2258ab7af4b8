import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { RopePanel } from '../../parts/line/rope-panel.tsx'
import { counted } from '../common/counted.ts'
import { useWords, type Words } from '../common/words.ts'
import { zonePhrase } from '../common/zone-phrase.ts'
import { href, places } from '../places.ts'
import type { ReportDay } from './report-days.ts'
import type { ReportScope } from './report-scope.ts'

export interface CoverageLineProps {
  readonly report: {
    readonly days: readonly DayState[]
    readonly missingDays?: readonly string[]
    readonly settlingDays?: readonly string[]
    readonly asOf?: number | null
  }
  readonly days: readonly ReportDay[]
  readonly scope: ReportScope
}

/** Width the line may take beside its words. */
const LINE_WIDTH = 210

/** Above the figures: what the range is made of, what is missing, how old it is. */
export function CoverageLine({ report, days, scope }: CoverageLineProps): ReactElement {
  const words = useWords()
  const missing = report.missingDays ?? []
  const settling = (report.settlingDays ?? []).length
  const held = report.days.filter((state) => state === 'complete-settled' || state === 'empty-proven').length
  const onOtherSide = days.filter((day) => !day.counts && day.figures !== null).length
  return (
    <div className="figures flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-body" data-testid="coverage-line">
      <RopePanel name="Days of this report" states={report.days} width={LINE_WIDTH} />
      <p className="min-w-0 flex-1 text-ink-2">
        <b className="text-ink">{counted(held, 'day', 'days')} settled</b>
        {settling === 0 ? null : <>, {settling} still settling</>}
        {missing.length === 0 ? null : (
          <>
            , <b className="text-watch-ink">{missingText(missing, words)} missing</b> and left out
            {days.some((day) => day.compared !== null) ? ' on both sides' : ''}
          </>
        )}
        {onOtherSide === 0 ? null : <>, {counted(onOtherSide, 'day', 'days')} left out because the compared day is missing</>}
        <Link href={href(places.channel(scope.account.id, 'coverage'))} className="pl-2 whitespace-nowrap text-accent-ink underline">
          See days
        </Link>
      </p>
      <span className="text-small text-ink-3">
        {zonePhrase(scope.channel, words.locale, words.now)}. {asOfText(report.asOf ?? null, words)}
      </span>
    </div>
  )
}

/** Missing days by name while they are few, else their count. */
const NAMED = 3

export function missingText(days: readonly string[], words: Pick<Words, 'day'>): string {
  return days.length <= NAMED ? days.map((day) => words.day(day)).join(', ') : counted(days.length, 'day', 'days')
}

export function asOfText(asOf: number | null, words: Words): string {
  return asOf === null ? 'Nothing fetched yet' : `As of ${words.dated(asOf)}`
}
