import type { ReactElement } from 'react'
import type { DayEvidenceView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { isComplete } from '../../../shared/domain/coverage.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import { moneyText } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import { DayCell } from '../../parts/calendar/day-cell.tsx'
import { dayStateText } from '../../parts/line/day-state-text.ts'
import { useWindowState } from '../../state/use-state.ts'
import { causeOfFamily } from '../channels/row-told.ts'
import { counted } from '../common/counted.ts'
import { ReadingView } from '../common/reading-view.tsx'
import type { Words } from '../common/words.ts'

type Evidence = DayEvidenceView['datasets'][number]

export interface DayEvidenceProps {
  readonly account: AccountView
  readonly channelId: ChannelId
  readonly day: string
  readonly words: Words
}

/** One day's evidence, one line per dataset. */
export function DayEvidence({ account, channelId, day, words }: DayEvidenceProps): ReactElement {
  const { details } = useWindowState()
  return (
    <section aria-label="Evidence of the day" aria-live="polite" className="border-l border-line pl-4">
      <h2 className="text-section text-ink">{words.longDay(day)}</h2>
      <ReadingView resource={details.day(channelId, day)} loading="Evidence is loading" rows={3}>
        {(view) => (
          <>
            <p className="pb-2 text-small text-ink-2">{summary(view.datasets)}</p>
            <ul>
              {view.datasets.map((one) => (
                <Line key={one.dataset} evidence={one} words={words} />
              ))}
            </ul>
            <Why account={account} datasets={view.datasets} words={words} />
          </>
        )}
      </ReadingView>
    </section>
  )
}

function Line({ evidence, words }: { readonly evidence: Evidence; readonly words: Words }): ReactElement {
  return (
    <li className="border-b border-line py-1.5">
      <div className="flex items-center gap-2.5">
        <DayCell state={evidence.state} width={16} height={14} />
        <span className="min-w-0 flex-1 text-ink">
          {evidence.title}
          <span className="sr-only">, {dayStateText[evidence.state].toLowerCase()}</span>
        </span>
        <span className="shrink-0 text-small text-ink-2">{factOf(evidence, words)}</span>
      </div>
      {evidence.fetchedAt === null ? null : (
        <p className="pl-6.5 text-small text-ink-3">{receiptText(evidence, evidence.fetchedAt, words)}</p>
      )}
    </li>
  )
}

function factOf(evidence: Evidence, words: Words): string {
  const { state, rows, moneyMinor, currency, moneyScale, fetchableUntil } = evidence
  if (state === 'empty-proven') return 'no rows, proven'
  if (isComplete(state) || state === 'partial') {
    const money =
      moneyMinor === null || currency === null
        ? ''
        : `, ${moneyText({ minor: moneyMinor, scale: moneyScale, currency }, { locale: words.locale })}`
    return `${countText(rows, words.locale)} rows${money}`
  }
  if (state === 'missing-fetchable') return fetchableUntil === null ? 'can be fetched' : `until ${words.day(fetchableUntil)}`
  if (state === 'missing-lost') return fetchableUntil === null ? 'gone' : `gone since ${words.day(fetchableUntil)}`
  return dayStateText[state].toLowerCase()
}

function receiptText(evidence: Evidence, fetchedAt: number, words: Words): string {
  const receipt = evidence.receiptId === null ? '' : `receipt ${evidence.receiptId}, `
  const settles = evidence.state === 'complete-settling' && evidence.settlesOn !== null ? `, settles ${words.day(evidence.settlesOn)}` : ''
  return `${receipt}${words.dated(fetchedAt)}${settles}`
}

function summary(datasets: readonly Evidence[]): string {
  const missing = datasets.filter((one) => one.state === 'missing-fetchable' || one.state === 'missing-lost').length
  const settling = datasets.filter((one) => one.state === 'complete-settling').length
  const complete = datasets.filter((one) => one.state === 'complete-settled' || one.state === 'empty-proven').length
  const parts = [
    missing === 0 ? '' : `${counted(missing, 'dataset', 'datasets')} missing`,
    complete === 0 ? '' : `${complete} complete`,
    settling === 0 ? '' : `${settling} complete and settling`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function Why({
  account,
  datasets,
  words,
}: {
  readonly account: AccountView
  readonly datasets: readonly Evidence[]
  readonly words: Words
}): ReactElement | null {
  if (!datasets.some((one) => one.state === 'missing-fetchable')) return null
  const needsPerson = account.status === 'reconnect-required' || account.status === 'ads-reconnect-required'
  const cause = needsPerson ? causeOfFamily(account, words) : null
  return (
    <p className="pt-3 text-small text-ink-2">
      {cause === null ? 'Missing days are fetched by themselves.' : `${cause} Fetched by itself after a reconnect.`}
    </p>
  )
}
