import type { Row } from '../../../datasets/document.ts'
import { contentHash, EMPTY_HASH } from './content-hash.ts'
import { productKey, rowLine } from './row-line.ts'
import type { TablePlan } from './table-plan.ts'

/** The rows a document brings for one day, in an order that depends on their contents alone. */
export interface FreshDay {
  readonly rows: readonly FreshRow[]
  readonly moneyMinor: number | null
  readonly hash: string
}

export interface FreshRow {
  readonly cells: Row
  readonly line: string
}

/** Groups rows by day (snapshots: one group under 0). */
export function groupByDay(plan: TablePlan, rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const day = plan.dayIndex < 0 ? 0 : Number(row[plan.dayIndex])
    const group = found.get(day)
    if (group) group.push(row)
    else found.set(day, [row])
  }
  return found
}

export function freshDay(plan: TablePlan, rows: readonly Row[]): FreshDay {
  if (rows.length === 0) return { rows: [], moneyMinor: plan.moneyIndex < 0 ? null : 0, hash: EMPTY_HASH }
  const fresh = freshRows(plan, rows)
  return { rows: fresh, moneyMinor: moneyOf(plan, rows), hash: contentHash(fresh.map((row) => row.line)) }
}

/** Sorted by all their cells, so that ordinals of repeated keys come out the same every time. */
export function freshRows(plan: TablePlan, rows: readonly Row[]): FreshRow[] {
  const fresh = rows.map((cells) => ({
    cells,
    line: rowLine(plan, cells, plan.productIndex < 0 ? '' : productKey(cells[plan.productIndex])),
  }))
  return fresh.sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0))
}

/** Sum of the known amounts; null where rows carry no money. Throws a `RangeError` beyond safe integers. */
export function moneyOf(plan: TablePlan, rows: readonly Row[]): number | null {
  if (plan.moneyIndex < 0) return null
  let sum = 0
  for (const row of rows) {
    sum += Number(row[plan.moneyIndex] ?? 0)
    if (!Number.isSafeInteger(sum)) throw new RangeError('money sum of a day is beyond safe integers')
  }
  return sum
}
