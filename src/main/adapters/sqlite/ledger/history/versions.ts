import type { Database } from 'better-sqlite3'
import type { Cell } from '../../../../datasets/document.ts'
import { productKeys } from '../products.ts'
import { rowLine } from '../row-line.ts'
import type { TablePlan } from '../table-plan.ts'

/** A plan whose dataset keeps its days. */
export type HistoryPlan = TablePlan & { readonly historyTable: string }

/** One row of a snapshot as it held on the kept days from `from` up to, not including, `until`; null: it still holds. */
export interface Version {
  readonly from: number
  readonly ordinal: number
  readonly until: number | null
  readonly cells: readonly Cell[]
  /** The row as text, as the day's hash has it. */
  readonly line: string
}

/** Versions that hold on a day of the span `[from, until)`; a single day is `[day, day + 1)`. */
export function versionsIn(
  db: Database,
  plan: HistoryPlan,
  { channelId, from, until }: { readonly channelId: number; readonly from: number; readonly until: number },
): Version[] {
  const keys = plan.productIndex < 0 ? new Map<number, string>() : productKeys(db, channelId)
  const rows = db
    .prepare<[number, number, number], [number, number, number | null, ...Cell[]]>(
      `SELECT from_day, ordinal, until_day, ${plan.names.join(', ')} FROM ${plan.historyTable}
       WHERE channel_id = ? AND from_day < ? AND (until_day IS NULL OR until_day > ?)`,
    )
    .raw()
    .all(channelId, until, from)
  return rows.map(([fromDay, ordinal, untilDay, ...cells]) => ({
    from: fromDay,
    ordinal,
    until: untilDay,
    cells,
    line: rowLine(plan, cells, plan.productIndex < 0 ? '' : (keys.get(Number(cells[plan.productIndex])) ?? 'no such product')),
  }))
}

export function holdsOn({ from, until }: Pick<Version, 'from' | 'until'>, day: number): boolean {
  return from <= day && (until === null || until > day)
}
