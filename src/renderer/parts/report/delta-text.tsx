import type { ReactElement } from 'react'
import type { Delta } from '../../format/delta.ts'
import { DASH } from '../../format/dash.ts'
import { cx } from '../cx.ts'

export interface DeltaTextProps {
  readonly delta: Delta | null
  /** `strong` in tiles, `plain` in table cells. */
  readonly weight?: 'strong' | 'plain' | undefined
}

/** Arrow, sign and figure of a change, in ink: direction has no hue. */
export function DeltaText({ delta, weight = 'strong' }: DeltaTextProps): ReactElement {
  if (delta === null) return <span>{DASH}</span>
  return (
    <span className={cx('inline-flex items-center gap-1.25', weight === 'strong' ? 'font-semibold text-ink' : 'text-ink-2')}>
      {delta.direction === 'level' ? null : (
        <svg aria-hidden viewBox="0 0 8 8" width={8} height={8} className="shrink-0 text-ink-2">
          <path d={delta.direction === 'up' ? 'M4 1 7.4 7H.6Z' : 'M4 7 .6 1h6.8Z'} fill="currentColor" />
        </svg>
      )}
      {delta.text}
    </span>
  )
}
