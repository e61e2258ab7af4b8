import type { ReactElement, ReactNode } from 'react'
import type { Hue, StatusCode } from '../../text/status-text.ts'
import { cx } from '../cx.ts'
import { softClass } from '../status/hue-class.ts'
import { StatusGlyph } from '../status/status-glyph.tsx'

export interface NoteProps {
  /** `calm` is the accent's soft ground; the others say who must act. */
  readonly tone: 'calm' | Hue
  readonly sign?: StatusCode | undefined
  readonly children: ReactNode
}

/** A fact on a soft ground: "Nothing was changed." At most one or two lines, never a panel. */
export function Note({ tone, sign, children }: NoteProps): ReactElement {
  return (
    <div
      className={cx(
        'flex items-start gap-2.5 rounded-panel px-3.5 py-2.5 text-body text-ink',
        tone === 'calm' ? 'bg-accent-soft' : softClass[tone],
      )}
    >
      {sign === undefined ? null : <StatusGlyph status={sign} className="mt-0.5" />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
