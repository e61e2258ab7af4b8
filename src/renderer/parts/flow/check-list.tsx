import type { ReactElement, ReactNode } from 'react'
import type { StatusCode } from '../../text/status-text.ts'
import { cx } from '../cx.ts'
import { SmallMark } from '../status/small-mark.tsx'
import { StatusGlyph } from '../status/status-glyph.tsx'

/** What one check found. `granted` and `refused` come from Amazon; `unproven` waits for a first report. */
export type CheckState = 'waiting' | 'asking' | 'granted' | 'reduced' | 'refused' | 'unproven' | 'unused'

export interface CheckRow {
  readonly key: string
  readonly state: CheckState
  /** What was checked, in words: "Same account as before, A1X…9Q". */
  readonly text: ReactNode
  /** Time, count or word at the right. */
  readonly fact?: string | undefined
}

export interface CheckListProps {
  readonly label: string
  readonly rows: readonly CheckRow[]
  /** `two` sets datasets side by side. */
  readonly columns?: 'one' | 'two' | undefined
}

const stateWord: Readonly<Record<CheckState, string>> = {
  waiting: 'waiting',
  asking: 'being checked',
  granted: 'granted',
  reduced: 'reduced',
  refused: 'refused',
  unproven: 'not yet proven',
  unused: 'not used',
}

/** One check per 30 px row, announced politely while they come in. */
export function CheckList({ label, rows, columns = 'one' }: CheckListProps): ReactElement {
  return (
    <ul aria-label={label} aria-live="polite" className={cx('grid gap-x-6', columns === 'two' && 'grid-cols-2')}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={cx(
            'flex min-h-7.5 min-w-0 items-center gap-3 border-b border-line py-1',
            columns === 'two' ? 'nth-last-[-n+2]:border-transparent' : 'last:border-transparent',
          )}
        >
          <CheckMark state={row.state} />
          <span className={cx('min-w-0 flex-1', row.state === 'waiting' ? 'text-ink-3' : 'text-ink')}>
            {row.text}
            <span className="sr-only">{`, ${stateWord[row.state]}`}</span>
          </span>
          {row.fact === undefined ? null : (
            <span className={cx('figures shrink-0 text-small', factClass[row.state] ?? 'text-ink-3')}>{row.fact}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const factClass: Readonly<Partial<Record<CheckState, string>>> = {
  reduced: 'font-semibold text-watch-ink',
  refused: 'font-semibold text-act-ink',
}

const glyphs: Readonly<Partial<Record<CheckState, StatusCode>>> = { granted: 'connected', reduced: 'access-reduced', asking: 'catching-up' }

/** The mark of one check, for lists drawn elsewhere (Access, Diagnose). */
export function CheckMark({ state }: { readonly state: CheckState }): ReactElement {
  const status = glyphs[state]
  if (status !== undefined) return <StatusGlyph status={status} />
  if (state === 'refused') return <SmallMark kind="refused" />
  return <SmallMark kind={state === 'unused' ? 'unused' : 'waiting'} />
}
