import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { useRowFocus } from './use-row-focus.ts'

/** A row takes its columns from the table, so words of any font and language line up. */
export const ACCOUNT_COLUMNS = 'col-span-full grid grid-cols-subgrid'

const TRACKS =
  'grid-cols-[26px_minmax(152px,1fr)_minmax(84px,max-content)_minmax(140px,max-content)_minmax(120px,max-content)_120px_minmax(64px,max-content)_minmax(74px,max-content)_minmax(112px,max-content)] wide:grid-cols-[26px_minmax(270px,1fr)_151px_230px_230px_360px_126px_110px_166px]'

export interface AccountTableProps {
  /** Accessible name of the grid. */
  readonly label: string
  /** Days of the line column: 30, or 90 where the window is wide. */
  readonly days: 30 | 90
  /** State of the checkbox over all rows, if the rows can be chosen. */
  readonly chooseAll?: ReactNode
  /** Group heads and rows, in order. */
  readonly children: ReactNode
  /** Rows in all, when only some are in the document. */
  readonly rowCount?: number | undefined
}

/** Accounts in a region with their channels as child rows. Arrow keys move by row, Tab goes into the row. */
export function AccountTable({ label, days, chooseAll, children, rowCount }: AccountTableProps): ReactElement {
  return (
    <div
      role="treegrid"
      aria-label={label}
      {...useRowFocus()}
      className={cx('grid auto-rows-max', TRACKS)}
      {...(rowCount === undefined ? {} : { 'aria-rowcount': rowCount })}
    >
      <div
        role="row"
        className={cx(
          ACCOUNT_COLUMNS,
          'sticky top-0 z-10 h-8 items-center border-b border-line-strong bg-surface text-small font-medium text-ink-2',
        )}
      >
        <Head>{chooseAll ?? <span className="sr-only">Chosen</span>}</Head>
        <Head>Channel</Head>
        <Head>Marketplaces</Head>
        <Head>Selling data</Head>
        <Head>Advertising</Head>
        <Head>Last {days} days</Head>
        <Head className="pl-3.5">Data to</Head>
        <Head className="text-right">Renews in</Head>
        <Head>
          <span className="sr-only">Action</span>
        </Head>
      </div>
      {children}
    </div>
  )
}

function Head({ children, className }: { readonly children: ReactNode; readonly className?: string }): ReactElement {
  return (
    <span role="columnheader" className={className}>
      {children}
    </span>
  )
}
