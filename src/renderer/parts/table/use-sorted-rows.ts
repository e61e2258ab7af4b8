import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { DataColumn } from './data-columns.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

export interface SortChoice {
  readonly key: string
  readonly direction: 'up' | 'down'
}

export interface SortedRows<Row> {
  readonly rows: readonly Row[]
  readonly sort: SortChoice | null
  /** Goes round: largest first, smallest first, as given. */
  readonly turn: (key: string) => void
}

/** Rows in the order the person chose; as given until then. Unknown values always come last. */
export function useSortedRows<Row extends object>(rows: readonly Row[], columns: readonly DataColumn<Row>[]): SortedRows<Row> {
  const [sort, setSort] = useState<SortChoice | null>(null)
  const given = useMemo(() => [...rows], [rows])
  const definitions = useMemo(() => columns.flatMap((column) => definitionOf(column)), [columns])
  const sorting = sort === null ? [] : [{ id: sort.key, desc: sort.direction === 'down' }]
  const table = useTable({ features, columns: definitions, data: given, state: { sorting }, onSortingChange: () => undefined })
  const turn = (key: string): void => {
    setSort((was) => nextSort(was, key))
  }
  return { rows: table.getRowModel().rows.map((row) => row.original), sort, turn }
}

/** Largest first, then smallest first, then the order as given. */
export function nextSort(was: SortChoice | null, key: string): SortChoice | null {
  if (was?.key !== key) return { key, direction: 'down' }
  return was.direction === 'down' ? { key, direction: 'up' } : null
}

function definitionOf<Row extends object>({ key, sortBy }: DataColumn<Row>): ColumnDef<typeof features, Row>[] {
  if (sortBy === undefined) return []
  return [
    {
      id: key,
      accessorFn: (row) => sortBy(row) ?? undefined,
      sortUndefined: 'last',
      sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
    },
  ]
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b))
}
