import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactElement } from 'react'
import { cx } from '../cx.ts'
import { tracksOf, type DataColumn } from './data-columns.ts'
import type { SortChoice } from './use-sorted-rows.ts'

export interface DataHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[]
  readonly sort: SortChoice | null
  readonly onSort: (key: string) => void
}

/** Column heads; those that can be sorted are buttons. */
export function DataHead<Row>({ columns, sort, onSort }: DataHeadProps<Row>): ReactElement {
  return (
    <div
      role="row"
      style={{ gridTemplateColumns: tracksOf(columns) }}
      className="grid min-h-8 items-center border-b border-line-strong text-small font-medium text-ink-2"
    >
      {columns.map((column) => {
        const direction = sort?.key === column.key ? sort.direction : undefined
        return (
          <span
            role="columnheader"
            key={column.key}
            aria-sort={sortWord(column.sortBy !== undefined, direction)}
            className={cx('flex min-w-0 px-2 py-0.5', column.align === 'right' ? 'justify-end text-right' : 'text-left')}
          >
            {column.sortBy === undefined ? (
              <span>{column.head}</span>
            ) : (
              <button
                type="button"
                onClick={() => {
                  onSort(column.key)
                }}
                className="-mx-1.5 flex min-h-6 min-w-0 items-center gap-1 rounded-control px-1.5 [text-align:inherit] hover:bg-hover hover:text-ink"
              >
                <span>{column.head}</span>
                {direction === undefined ? null : <SortArrow direction={direction} />}
              </button>
            )}
          </span>
        )
      })}
    </div>
  )
}

function SortArrow({ direction }: { readonly direction: SortChoice['direction'] }): ReactElement {
  const Arrow = direction === 'down' ? ArrowDown : ArrowUp
  return <Arrow aria-hidden size={12} strokeWidth={2.3} className="shrink-0 text-accent" />
}

function sortWord(canSort: boolean, direction: SortChoice['direction'] | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!canSort) return undefined
  if (direction === undefined) return 'none'
  return direction === 'up' ? 'ascending' : 'descending'
}
