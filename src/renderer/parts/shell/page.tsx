import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'

export interface PageProps {
  readonly children: ReactNode
  /** `reading` stops at 1120 px (Today, Diagnose), `settings` at 760; tables take the width. */
  readonly width?: 'full' | 'reading' | 'settings' | undefined
  /** `own` lets a part of the page scroll, for tables whose head stays. */
  readonly scroll?: 'page' | 'own' | undefined
}

const widthClass = { full: '', reading: 'max-w-280', settings: 'max-w-190' } as const

/** A page's padding and reading width. */
export function Page({ children, width = 'full', scroll = 'page' }: PageProps): ReactElement {
  return (
    <div className={cx('min-h-0 flex-1 px-5 pt-5', scroll === 'page' ? 'overflow-y-auto pb-10' : 'flex flex-col overflow-hidden')}>
      <div className={cx('w-full', widthClass[width], scroll === 'own' && 'flex min-h-0 flex-1 flex-col')}>{children}</div>
    </div>
  )
}
