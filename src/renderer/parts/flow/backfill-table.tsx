import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { BACKFILL_COLUMNS } from './backfill-row.tsx'

/** Head of the backfill rows, in the order in which they will be fetched. */
export function BackfillTable({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div role="table" aria-label={label}>
      <div role="row" className={cx(BACKFILL_COLUMNS, 'h-8 items-center border-b border-line-strong text-small font-medium text-ink-2')}>
        <span role="columnheader">
          <span className="sr-only">Order</span>
        </span>
        <span role="columnheader">What is asked for</span>
        <span role="columnheader">Back</span>
        <span role="columnheader">State</span>
        <span role="columnheader">First day leaves Amazon</span>
        <span role="columnheader">
          <span className="sr-only">Move</span>
        </span>
      </div>
      {children}
    </div>
  )
}
