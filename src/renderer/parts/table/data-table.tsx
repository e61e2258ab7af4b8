import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactElement } from 'react'
import { cx } from '../cx.ts'
import { DataHead } from './data-head.tsx'
import { leastWidthOf, tracksOf, type DataColumn } from './data-columns.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useSortedRows } from './use-sorted-rows.ts'

export interface DataTableProps<Row extends object> {
  readonly label: string
  readonly rows: readonly Row[]
  /** Kept stable between renders by the caller. */
  readonly columns: readonly DataColumn<Row>[]
  readonly keyOf: (row: Row) => string
  /** `shown` draws the columns' totals under the head. */
  readonly totals: 'shown' | 'none'
  readonly onOpen?: ((row: Row) => void) | undefined
}

/** Height of a row before it is measured; the density setting decides the real one. */
const ASSUMED_ROW = 30

/** Rows of a report: head and total stay, rows are drawn as they scroll by, so 100 000 are as quick as 30. */
export function DataTable<Row extends object>({ label, rows, columns, keyOf, totals, onOpen }: DataTableProps<Row>): ReactElement {
  const scroller = useRef<HTMLDivElement>(null)
  const sorted = useSortedRows(rows, columns)
  const focus = useRowFocus()
  const virtual = useVirtualizer({
    count: sorted.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ASSUMED_ROW,
    overscan: 12,
  })
  const template = { gridTemplateColumns: tracksOf(columns) }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <div role="grid" aria-label={label} aria-rowcount={sorted.rows.length + 1} {...focus} style={{ minWidth: leastWidthOf(columns) }}>
        <div className="sticky top-0 z-10 bg-surface">
          <DataHead columns={columns} sort={sorted.sort} onSort={sorted.turn} />
          {totals === 'none' ? null : (
            <div role="row" style={template} className="grid min-h-8 items-center border-b border-line-strong bg-canvas">
              {columns.map((column) => (
                <span
                  role="gridcell"
                  key={column.key}
                  className={cx('figures truncate px-2 font-semibold text-ink', column.align === 'right' && 'text-right')}
                >
                  {column.total}
                </span>
              ))}
            </div>
          )}
        </div>
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((place) => {
            const row = sorted.rows[place.index]
            if (row === undefined) return null
            return (
              <div
                role="row"
                data-row
                key={keyOf(row)}
                ref={virtual.measureElement}
                data-index={place.index}
                aria-rowindex={place.index + 2}
                tabIndex={-1}
                style={{ ...template, transform: `translateY(${place.start}px)` }}
                onDoubleClick={() => onOpen?.(row)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') onOpen?.(row)
                }}
                className="ring-inside absolute inset-x-0 top-0 grid min-h-(--report-row) items-center border-b border-line hover:bg-hover"
              >
                {columns.map((column) => (
                  <span
                    role="gridcell"
                    key={column.key}
                    className={cx('figures truncate px-2 text-ink', column.align === 'right' && 'text-right')}
                  >
                    {column.cell(row)}
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
