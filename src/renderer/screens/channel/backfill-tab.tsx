import type { ReactElement } from 'react'
import type { BackfillView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { BackfillRow } from '../../parts/flow/backfill-row.tsx'
import { BackfillTable } from '../../parts/flow/backfill-table.tsx'
import { ProgressRope } from '../../parts/line/progress-rope.tsx'
import { SmallMark } from '../../parts/status/small-mark.tsx'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import { useWidth } from '../../parts/use-width.ts'
import { useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords, type Words } from '../common/words.ts'
import { backfillRows, backfillSpan, isLossNear, nextLoss, type Permission } from './backfill-facts.ts'

/** Days on their way: what, how many, why waiting, and what leaves Amazon first. */
export function BackfillTab({ account }: { readonly account: AccountView }): ReactElement {
  const { details } = useWindowState()
  const words = useWords()
  return (
    <div className="pb-6">
      <ReadingView resource={details.backfill(account.id)} loading="The backfill is loading">
        {(view) =>
          view.rows.length === 0 ? <Nothing account={account} words={words} /> : <Rows account={account} view={view} words={words} />
        }
      </ReadingView>
    </div>
  )
}

function Nothing({ account, words }: { readonly account: AccountView; readonly words: Words }): ReactElement {
  return <EmptyState title="Nothing to fetch">Every wanted day that Amazon offers is here, to {words.day(account.dataTo)}.</EmptyState>
}

function Rows({
  account,
  view,
  words,
}: {
  readonly account: AccountView
  readonly view: BackfillView
  readonly words: Words
}): ReactElement {
  return (
    <>
      <div className="figures grid grid-cols-[minmax(0,1fr)_340px] gap-6 pb-5">
        <Progress view={view} words={words} />
        <Losses view={view} words={words} />
      </div>
      <BackfillTable label="Backfill">
        {backfillRows(view, words, permissionOf(account)).map((row, at) => (
          <BackfillRow key={`${row.what}-${row.days}-${at}`} {...row} />
        ))}
      </BackfillTable>
    </>
  )
}

function Progress({ view, words }: { readonly view: BackfillView; readonly words: Words }): ReactElement {
  const span = backfillSpan(view)
  const datasets = new Set(view.rows.map((row) => row.dataset)).size
  const [width, measure] = useWidth(700)
  return (
    <section aria-label="Progress" ref={measure} className="min-w-0">
      <p className="flex items-baseline justify-between gap-4 pb-2.5">
        <span className="text-section font-semibold text-ink">
          {view.total === 0 ? (
            <span data-testid="backfill-progress">Nothing is on its way</span>
          ) : (
            <>
              <span data-testid="backfill-progress">
                {view.done} of {view.total} days
              </span>{' '}
              are back
            </>
          )}
        </span>
        {view.readyAt === null ? null : <span className="text-ink-2">ready about {words.moment(view.readyAt)}</span>}
      </p>
      <ProgressRope done={view.done} of={view.total} width={width} band={11} label="Days back" />
      {span === null ? null : (
        <p className="pt-3 text-ink-2">
          {words.range(span.from, span.to)} in {counted(datasets, 'dataset', 'datasets')}. Reports stay readable the whole time and fill in
          as days arrive.
        </p>
      )}
    </section>
  )
}

function Losses({ view, words }: { readonly view: BackfillView; readonly words: Words }): ReactElement {
  const next = nextLoss(view)
  const isNear = next !== null && isLossNear(next, words.today)
  return (
    <section aria-label="Losses" className="flex flex-col gap-2 border-l border-line pl-6">
      <div className="flex gap-2.5">
        <span className="pt-0.5">
          <StatusGlyph status={isNear ? 'expiring-soon' : 'connected'} />
        </span>
        <p>
          <b className="block">{isNear ? `${next.title}, ${next.country} leaves first` : 'Nothing is about to be lost'}</b>
          <span className="text-small text-ink-2">
            {next === null ? 'Amazon keeps what is still missing.' : `The first day leaves Amazon on ${words.day(next.leavesOn)}.`}
          </span>
        </p>
      </div>
      {view.lostDays === 0 ? null : (
        <div className="flex gap-2.5">
          <span className="pt-0.5">
            <SmallMark kind="refused" />
          </span>
          <p>
            <b className="block">{view.lostDays === 1 ? '1 day was already gone' : `${view.lostDays} days were already gone`}</b>
            <span className="text-small text-ink-2">Amazon no longer gives them out. Reports name them.</span>
          </p>
        </div>
      )}
    </section>
  )
}

function permissionOf({ selling, advertising }: AccountView): Permission {
  const ended = [selling.status, advertising?.status].some((status) => status !== undefined && needsPerson.includes(status))
  return ended ? 'ended' : 'in-force'
}

const needsPerson: readonly AccountView['status'][] = ['reconnect-required', 'ads-reconnect-required', 'disconnected']
