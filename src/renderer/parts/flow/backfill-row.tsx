import type { ReactElement } from 'react'
import { cx } from '../cx.ts'
import { Mover } from './mover.tsx'
import { ProgressRope } from '../line/progress-rope.tsx'
import { SmallMark } from '../status/small-mark.tsx'
import { StatusGlyph } from '../status/status-glyph.tsx'

export type BackfillState = 'done' | 'reading' | 'preparing' | 'waiting' | 'lost'

export interface BackfillRowProps {
  /** Place in the order; lost rows have none. */
  readonly place?: number | undefined
  readonly what: string
  /** "18 Jul to 15 Aug". */
  readonly days: string
  readonly back: number
  readonly of: number
  readonly state: BackfillState
  readonly stateText: string
  /** Reason and next look. */
  readonly reason?: string | undefined
  /** First day that leaves Amazon: the date, then its sentence. `soon` under 7 days, `now` under 2. */
  readonly leaves: { readonly text: string; readonly detail?: string | undefined; readonly tone: 'calm' | 'soon' | 'now' }
  /** Moves the row in the order; absent where the order is fixed. */
  readonly onMove?: ((step: -1 | 1) => void) | undefined
}

export const BACKFILL_COLUMNS = 'grid grid-cols-[30px_minmax(250px,280fr)_minmax(130px,160fr)_minmax(240px,326fr)_minmax(150px,200fr)_32px]'

const leavesClass = { calm: 'text-ink', soon: 'font-medium text-watch-ink', now: 'font-semibold text-act-ink' } as const

const rowClass: Readonly<Record<BackfillState, string>> = {
  done: 'border-line text-ink-2',
  reading: 'border-line bg-hover text-ink',
  preparing: 'border-line text-ink',
  waiting: 'border-line text-ink',
  lost: 'rounded-b-control border-transparent bg-act-soft text-ink',
}

/** One step of a backfill, 50 px: what, how many days, why it waits, and when its first day leaves Amazon. */
export function BackfillRow(props: BackfillRowProps): ReactElement {
  const { place, what, days, back, of, state, stateText, reason, leaves, onMove } = props
  return (
    <div role="row" className={cx(BACKFILL_COLUMNS, 'figures min-h-12.5 items-center border-b text-small', rowClass[state])}>
      <span role="cell" className="pl-1 text-ink-3">
        {place}
      </span>
      <TwoLines top={what} below={days} topClass={cx('text-body font-semibold', state === 'done' && 'text-ink-2')} />
      <div role="cell" className="pr-4">
        {state === 'lost' ? null : <DaysBack back={back} of={of} label={`${what}, ${days}`} />}
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-2.5 pr-4">
        <StateMark state={state} />
        <TwoLines
          top={stateText}
          below={reason}
          topClass={cx('text-body', state === 'done' ? 'text-ink-2' : 'font-medium')}
          role="presentation"
        />
      </div>
      <TwoLines
        top={leaves.text}
        below={leaves.detail}
        topClass={cx('text-body', state === 'done' || state === 'lost' ? 'text-ink-2' : leavesClass[leaves.tone])}
      />
      <span role="cell">{onMove === undefined ? null : <Mover what={`${what}, ${days}`} onMove={onMove} />}</span>
    </div>
  )
}

function DaysBack({ back, of, label }: { readonly back: number; readonly of: number; readonly label: string }): ReactElement {
  return (
    <>
      <ProgressRope done={back} of={of} width={150} label={label} />
      <span className="block pt-1 text-ink-2">
        {back} of {of} days
      </span>
    </>
  )
}

function TwoLines({
  top,
  below,
  topClass,
  role = 'cell',
}: {
  readonly top: string
  readonly below?: string | undefined
  readonly topClass: string
  readonly role?: string
}): ReactElement {
  return (
    <div role={role} className="min-w-0 pr-3">
      <p className={cx('truncate', topClass)}>{top}</p>
      {below === undefined ? null : <p className="leading-4 text-ink-3">{below}</p>}
    </div>
  )
}

function StateMark({ state }: { readonly state: BackfillState }): ReactElement {
  if (state === 'done') return <StatusGlyph status="connected" />
  if (state === 'reading') return <StatusGlyph status="catching-up" />
  if (state === 'preparing') return <StatusGlyph status="delayed" />
  return <SmallMark kind={state === 'lost' ? 'refused' : 'waiting'} />
}
