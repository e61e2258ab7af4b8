import type { ReactElement } from 'react'
import { currencySign } from '../../format/money.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { useWords } from '../common/words.ts'
import type { Cell } from './csv.ts'
import { cellOf } from './day-cells.ts'
import { cellText, trackOf, type Figures, type Measure, type MoneyFrame } from './measure.ts'

/** One product or campaign: its names, then its figures. */
export interface NamedRow {
  readonly key: string
  readonly names: readonly string[]
  readonly figures: Figures
}

export interface RowTableProps {
  readonly label: string
  /** Heads of the names, the widest first. */
  readonly heads: readonly string[]
  readonly rows: readonly NamedRow[]
  readonly measures: readonly Measure[]
  readonly frame: MoneyFrame
}

/** A table by product or campaign, the largest first by its first figure. */
export function RowTable({ label, heads, rows, measures, frame }: RowTableProps): ReactElement {
  const { locale } = useWords()
  if (rows.length === 0) return <EmptyState title="Nothing in these days">No row of this kind falls into the range.</EmptyState>
  const columns: DataColumn<NamedRow>[] = [
    ...heads.map((head, at): DataColumn<NamedRow> => ({
      key: head,
      head,
      align: 'left',
      track: at === 0 ? 'minmax(240px,12fr)' : '140px',
      cell: (row) => row.names[at] ?? '',
      sortBy: (row) => row.names[at] ?? null,
    })),
    ...measures.map((measure): DataColumn<NamedRow> => ({
      key: measure.key,
      head: measure.unit === 'money' ? `${measure.label}, ${currencySign(frame.currency, locale)}` : measure.label,
      align: 'right',
      track: trackOf(measure),
      cell: (row) => cellText(measure, measure.of(row.figures), frame, locale),
      sortBy: (row) => measure.of(row.figures),
    })),
  ]
  return <DataTable label={label} rows={rows} columns={columns} keyOf={(row) => row.key} totals="none" />
}

/** The same rows as plain cells. */
export function rowCells({ heads, rows, measures, frame }: Omit<RowTableProps, 'label'>): {
  readonly head: string[]
  readonly cells: Cell[][]
} {
  return {
    head: [...heads, ...measures.map((one) => one.label)],
    cells: rows.map((row) => [...row.names, ...measures.map((measure) => cellOf(measure, row.figures, frame))]),
  }
}
