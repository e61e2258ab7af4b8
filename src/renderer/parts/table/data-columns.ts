import type { ReactNode } from 'react'

/** One column of a report table. */
export interface DataColumn<Row> {
  readonly key: string
  readonly head: string
  /** Figures stand right, heads too. */
  readonly align: 'left' | 'right'
  /** CSS grid track: "110px", "minmax(120px,1fr)". */
  readonly track: string
  readonly cell: (row: Row) => ReactNode
  /** What the column sorts by; null sorts last in both directions. Absent where sorting means nothing. */
  readonly sortBy?: ((row: Row) => number | string | null) | undefined
  /** The cell of the total row. */
  readonly total?: ReactNode
}

/** The grid template of a set of columns. */
export function tracksOf(columns: readonly { readonly track: string }[]): string {
  return columns.map((column) => column.track).join(' ')
}

/** The px below which the columns would be cut, so the table scrolls instead: the sum of what each track asks for at least. */
export function leastWidthOf(columns: readonly { readonly track: string }[]): number {
  return columns.reduce((sum, column) => sum + Number(/\d+/.exec(column.track)?.[0] ?? 0), 0)
}
