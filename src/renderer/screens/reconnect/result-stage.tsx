import { useState, type ReactElement } from 'react'
import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { Button } from '../../parts/controls/button.tsx'
import { CheckList } from '../../parts/flow/check-list.tsx'
import { ProgressRope } from '../../parts/line/progress-rope.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { accessRows, checkRows } from './attempt-checks.ts'
import { evidenceOf, nameOf } from './attempt-words.ts'
import { StageBody } from './stage-body.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'

/** A figure and its unit stay on one line. */
const NO_BREAK = '\u00a0'

/** Facts with times, then what Amazon allows, then the plan. The person can leave at once. */
export function ResultStage({ flow }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const { attempt } = flow
  const go = useGo()
  const words = useWords()
  const title = `${sentenceCase(nameOf(attempt))} is connected${flow.target.accountId === null ? '' : ' again'}`
  // Days that come back while the dialog stands are new ones, so the old ones are counted once.
  const [oldDays] = useState(attempt.historyDays)
  const access = accessRows(attempt)
  const isReduced = attempt.access.some((one) => one.answer === 'refused')
  const leaveTo = (tab: 'backfill' | 'access'): void => {
    const { accountId } = attempt
    attempts.leave()
    if (accountId !== null) go(places.channel(accountId, tab))
  }
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempts.leave}
      title={title}
      initials={initialsOf(nameOf(attempt))}
      evidence={evidenceOf(attempt, words)}
      footStart={
        isReduced ? (
          <Button
            tone="quiet"
            onPress={() => {
              leaveTo('access')
            }}
          >
            See what is missing
          </Button>
        ) : undefined
      }
      footEnd={
        <>
          <Button
            onPress={() => {
              leaveTo('backfill')
            }}
          >
            See plan
          </Button>
          <Button tone="primary" autoFocus onPress={attempts.leave}>
            Done
          </Button>
        </>
      }
    >
      <StageBody stage="result" said={title}>
        <CheckList label="Checks" rows={checkRows(attempt, words).filter((row) => row.key !== 'permissions' && row.key !== 'syncing')} />
        {access.length === 0 ? null : (
          <section aria-labelledby="allowed" className="pt-4">
            <h3 id="allowed" className="pb-1 text-body font-semibold text-ink-2">
              What Amazon now allows
            </h3>
            <CheckList label="What Amazon now allows" rows={access} columns="two" />
          </section>
        )}
        {attempt.backfill === null ? null : <Fetching oldDays={oldDays} accountId={attempt.accountId} backfill={attempt.backfill} />}
        <Advertising flow={flow} />
      </StageBody>
    </Dialog>
  )
}

/** The plan as the attempt ended with it; the days that are back are the account's own count, which goes on. */
function Fetching({
  oldDays,
  accountId,
  backfill,
}: {
  readonly oldDays: number
  readonly accountId: AttemptView['accountId']
  readonly backfill: NonNullable<AttemptView['backfill']>
}): ReactElement {
  const words = useWords()
  const { channels } = useWindowState()
  const account = valueOf(useReading(channels))?.accounts.find((one) => one.id === accountId)
  const ended = account?.missingDays === 0 ? { done: backfill.total, total: backfill.total } : backfill
  const { done, total } = account?.progress ?? ended
  return (
    <section aria-label="Fetching" className="figures mt-5 rounded-panel bg-accent-soft px-3.5 py-3">
      <p className="flex justify-between gap-4 pb-2.5">
        <b>
          Fetching {words.range(backfill.from, backfill.to)} in {counted(backfill.datasets, 'dataset', 'datasets')}
        </b>
        {backfill.readyAt === null ? null : <span className="text-ink-2">ready about {words.time(backfill.readyAt)}</span>}
      </p>
      <ProgressRope done={done} of={total} width={524} band={8} label="Days back" />
      <p className="flex justify-between gap-4 pt-2 text-small text-ink-2">
        <span>
          <span data-testid="backfill-progress">
            {done} of {total} days
          </span>{' '}
          are back, newest first
        </span>
        {oldDays === 0 ? null : <span>{counted(oldDays, 'day', 'days')} of history were not touched</span>}
      </p>
    </section>
  )
}

function Advertising({ flow: { attempt, target } }: { readonly flow: UnderWayFlow }): ReactElement | null {
  const { attempt: attempts } = useWindowState()
  const words = useWords()
  const { advertising } = attempt
  if (attempt.family === 'advertising' || advertising.state === 'not-used') return null
  const connect = (): void => {
    attempts.prepare({ ...target, accountId: attempt.accountId, family: 'advertising' })
  }
  const left = advertising.endsAt === null ? '' : `: ${words.span(advertising.endsAt - words.now).replaceAll(' ', NO_BREAK)}${NO_BREAK}left`
  const told = {
    connected: { text: `and still works${left}.`, word: 'Renew it too', sign: 'connected' },
    needed: { text: 'and needs you too.', word: 'Reconnect ads', sign: 'ads-reconnect-required' },
    'not-connected': { text: 'and not connected. You may skip it.', word: 'Connect advertising', sign: 'ads-not-connected' },
  } as const
  const { text, word, sign } = told[advertising.state]
  return (
    <div className="flex items-center gap-3 pt-5">
      <StatusGlyph status={sign} />
      <p className="figures min-w-0 flex-1">
        <b>Advertising is a separate permission</b> {text}
      </p>
      <Button onPress={connect}>{word}</Button>
    </div>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
