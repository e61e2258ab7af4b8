import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { RopeRow, type RopeStrand } from '../line/rope-row.tsx'
import { Tag } from '../feedback/tag.tsx'
import { ACCOUNT_COLUMNS } from './account-table.tsx'
import type { ToldDate } from './account-row.tsx'

export interface ChannelRowProps {
  /** Two-letter country code. */
  readonly country: string
  /** Marketplace name, "Amazon.com.mx". */
  readonly name: string
  readonly selling: ReactNode
  readonly advertising: ReactNode
  readonly strands: readonly RopeStrand[]
  readonly days: 30 | 90
  readonly dataTo: ToldDate
  /** A quiet button: the filled one belongs to the account. */
  readonly action?: ReactNode
  readonly onOpen: () => void
}

/** One channel of an account: a child row, 34 px, without checkbox or renewal of its own. */
export function ChannelRow({ country, name, selling, advertising, strands, days, dataTo, action, onOpen }: ChannelRowProps): ReactElement {
  return (
    <div
      role="row"
      aria-level={2}
      data-row
      tabIndex={-1}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onOpen()
      }}
      className={cx(ACCOUNT_COLUMNS, 'press ring-inside min-h-8 items-center border-b border-line hover:bg-hover')}
    >
      <span />
      <div role="gridcell" className="col-span-2 flex min-w-0 items-center gap-2.5 pl-7.5">
        <span className="min-w-7.5">
          <Tag>{country}</Tag>
        </span>
        <span className="truncate text-ink-2">{name}</span>
      </div>
      <div role="gridcell" className="flex min-w-0 items-center pr-4">
        {selling}
      </div>
      <div role="gridcell" className="flex min-w-0 items-center pr-4">
        {advertising}
      </div>
      <div role="gridcell" className="flex items-center">
        <RopeRow strands={strands} days={days} />
      </div>
      <div
        role="gridcell"
        className={cx('figures pl-3.5 whitespace-nowrap', dataTo.tone === 'calm' ? 'text-ink' : 'font-semibold text-watch-ink')}
      >
        {dataTo.text}
      </div>
      <span />
      <div role="gridcell" className="flex justify-end">
        {action}
      </div>
    </div>
  )
}
