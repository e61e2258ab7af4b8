import type { ReactElement } from 'react'
import type { SettlementsReport } from '../../../shared/contract/views/reports.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { roleText } from '../../text/access-text.ts'
import { payoutText } from '../../text/payout-text.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords } from '../common/words.ts'
import { asOfText } from './coverage-line.tsx'
import { missingPayouts, newestFirst, openPayouts, payoutCells, payoutColumns, PAYOUT_HEAD } from './payout-table.ts'
import { asRange, type ReportScope } from './report-scope.ts'
import { Standing } from './standing.tsx'
import { TableTools } from './table-switch.tsx'

/** What Amazon paid out in the range, with days and an age of its own; never part of the figures above. */
export function Payouts({ scope }: { readonly scope: ReportScope }): ReactElement {
  const { reports } = useWindowState()
  return (
    <section aria-label={payoutText.title} data-testid="payouts" className="flex shrink-0 flex-col border-t border-line pt-4 pb-6">
      <ReadingView
        resource={reports.onScreen('settlements', { channelId: scope.channel.id, ...asRange(scope.days) })}
        loading="Payouts are loading"
        rows={3}
      >
        {(report, isReloading) => (
          <Standing report={report} scope={scope} isReloading={isReloading}>
            <Shown report={report} scope={scope} />
          </Standing>
        )}
      </ReadingView>
    </section>
  )
}

function Shown({ report, scope }: { readonly report: SettlementsReport; readonly scope: ReportScope }): ReactElement {
  const words = useWords()
  const rows = newestFirst(report.rows)
  const side = { key: 'settlements', word: payoutText.title, head: PAYOUT_HEAD, cells: payoutCells(rows, report.moneyScale) }
  return (
    <>
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-heading font-semibold text-ink">{payoutText.title}</h2>
        {rows.length === 0 ? null : <TableTools name="profit" scope={scope} frame={report} side={side} />}
      </div>
      <p className="pt-1 text-small text-ink-3">{payoutText.meaning}</p>
      <DaysLine report={report} />
      <Refused scope={scope} />
      {rows.length === 0 ? (
        <EmptyState title={payoutText.none}>{payoutText.noneNext}</EmptyState>
      ) : (
        <div className="flex max-h-104 flex-col pt-2">
          <DataTable
            label={payoutText.title}
            rows={rows}
            columns={payoutColumns(report, words)}
            keyOf={(row) => row.settlement}
            totals="none"
          />
        </div>
      )}
    </>
  )
}

/** Which days of payouts the range lacks, and how old it is. */
function DaysLine({ report }: { readonly report: SettlementsReport }): ReactElement {
  const words = useWords()
  const missing = missingPayouts(report, words)
  const open = openPayouts(report, words)
  return (
    <p className="figures pt-1 text-body text-ink-2" data-testid="payout-days">
      {missing.length === 0 ? `${payoutText.complete}. ` : <b className="text-watch-ink">{missing.join('; ')}. </b>}
      {open === null ? null : `${open}. `}
      <span className="text-small text-ink-3">{asOfText(report.asOf, words)}</span>
    </p>
  )
}

/** The role that payouts need, where Amazon refuses it to this channel. */
function Refused({ scope }: { readonly scope: ReportScope }): ReactElement | null {
  const { details } = useWindowState()
  const account = valueOf(useReading(details.account(scope.account.id)))
  const own = account?.datasets.find((one) => one.channelId === scope.channel.id && one.dataset === 'settlements')
  if (own?.access !== 'refused') return null
  return (
    <div className="pt-2">
      <Note tone="watch" sign="access-reduced">
        {payoutText.refused(roleText(own.amazonRole))}
      </Note>
    </div>
  )
}
