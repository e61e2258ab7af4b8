import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'

export interface TagProps {
  readonly children: ReactNode
  /** `watch` for a count of open days; never for a status. */
  readonly tone?: 'calm' | 'watch' | 'act' | undefined
}

const toneClass = { calm: 'bg-sunken text-ink-2', watch: 'bg-watch-soft text-watch-ink', act: 'bg-act-soft text-act-ink' } as const

/** A short word on a soft ground: a country code, "12 days open". */
export function Tag({ children, tone = 'calm' }: TagProps): ReactElement {
  return (
    <span
      className={cx(
        'figures inline-block rounded-cell align-middle px-1.5 py-0.5 text-micro font-medium whitespace-nowrap',
        toneClass[tone],
      )}
    >
      {children}
    </span>
  )
}
