import type { ReactElement, ReactNode } from 'react'
import { cx } from '../../parts/cx.ts'

export interface SimpleColumn<Row> {
  readonly key: string
  readonly head: string
  readonly align?: 'left' | 'right' | undefined
  readonly cell: (row: Row) => ReactNode
}

export interface SimpleTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly SimpleColumn<Row>[]
  readonly keyOf: (row: Row) => string
}

/** A short table that grows with its page; long ones are drawn as they scroll elsewhere. */
export function SimpleTable<Row>({ label, rows, columns, keyOf }: SimpleTableProps<Row>): ReactElement {
  return (
    <table aria-label={label} className="figures w-full border-collapse">
      <thead>
        <tr className="h-8 border-b border-line-strong text-small font-medium text-ink-2">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cx('px-2.5 font-medium first:pl-0 last:pr-0', column.align === 'right' ? 'text-right' : 'text-left')}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="h-(--row) border-b border-line hover:bg-hover">
            {columns.map((column) => (
              <td key={column.key} className={cx('px-2.5 first:pl-0 last:pr-0', column.align === 'right' && 'text-right')}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
