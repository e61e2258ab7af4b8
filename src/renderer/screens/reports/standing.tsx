import type { ReactElement, ReactNode } from 'react'
import { carriedText } from '../../text/report-text.ts'
import { useWords } from '../common/words.ts'
import { asRange, type ReportScope } from './report-scope.ts'

export interface StandingProps {
  readonly report: { readonly from: string; readonly to: string }
  readonly scope: Pick<ReportScope, 'days'>
  readonly isReloading: boolean
  readonly children: ReactNode
}

/** A report as it stands: marked while a newer one is awaited; figures of other days than those chosen name theirs. */
export function Standing({ report, scope, isReloading, children }: StandingProps): ReactElement {
  const words = useWords()
  const chosen = asRange(scope.days)
  const isOther = report.from !== chosen.from || report.to !== chosen.to
  return (
    <div className="contents" aria-busy={isReloading}>
      {isOther ? (
        <p className="pt-2 text-small text-ink-2" data-testid="carried-days">
          {carriedText(words.range(report.from, report.to), words.range(chosen.from, chosen.to), isReloading)}
        </p>
      ) : null}
      {children}
    </div>
  )
}
