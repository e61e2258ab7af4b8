import { Fragment, type ReactElement, type ReactNode } from 'react'
import { cx } from '../../parts/cx.ts'

export interface SimpleColumn<Row> {
  readonly key: string
  readonly head: string
  readonly align?: 'left' | 'right' | undefined
  /** Cells stay on one line unless told. */
  readonly wrap?: 'never' | 'words' | undefined
  readonly cell: (row: Row) => ReactNode
}

export interface SimpleTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly SimpleColumn<Row>[]
  readonly keyOf: (row: Row) => string
  /** Rows of one group stand together under its head; rows come in group order. */
  readonly groupOf?: ((row: Row) => string) | undefined
}

/** A short table that grows with its page; long ones are drawn as they scroll elsewhere. */
export function SimpleTable<Row>({ label, rows, columns, keyOf, groupOf }: SimpleTableProps<Row>): ReactElement {
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
        {rows.map((row, at) => (
          <Fragment key={keyOf(row)}>
            <GroupHead name={headAt(rows, at, groupOf)} columns={columns.length} />
            <tr className="h-(--row) border-b border-line hover:bg-hover">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={cx(
                    'px-2.5 py-1 first:pl-0 last:pr-0',
                    column.align === 'right' && 'text-right',
                    column.wrap !== 'words' && 'whitespace-nowrap',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function GroupHead({ name, columns }: { readonly name: string | null; readonly columns: number }): ReactElement | null {
  if (name === null) return null
  return (
    <tr className="h-8.5 border-b border-line">
      <th scope="rowgroup" colSpan={columns} className="pt-1.5 text-left text-small font-semibold text-ink-2">
        {name}
      </th>
    </tr>
  )
}

/** The group that begins with this row; null where the row above belongs to it too. */
function headAt<Row>(rows: readonly Row[], at: number, groupOf: SimpleTableProps<Row>['groupOf']): string | null {
  const row = rows[at]
  if (groupOf === undefined || row === undefined) return null
  const before = rows[at - 1]
  const name = groupOf(row)
  return before !== undefined && groupOf(before) === name ? null : name
}
