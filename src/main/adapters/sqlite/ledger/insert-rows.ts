import type { Database } from 'better-sqlite3'
import type { Cell } from '../../../datasets/document.ts'
import { keptStatement } from '../database/kept-statement.ts'
import type { FreshRow } from './fresh-day.ts'
import type { ProductNumbers } from './products.ts'
import { productKey } from './row-line.ts'
import type { TablePlan } from './table-plan.ts'

/**
 * Inserts rows sorted by their cells; rows that repeat a key are numbered from 0 within it. Key columns lead every table, so
 * equal keys stand side by side.
 */
export function insertRows(
  db: Database,
  plan: TablePlan,
  place: { readonly channelId: number; readonly products: ProductNumbers },
  rows: readonly FreshRow[],
): void {
  const insert = keptStatement<Cell[][]>(db, plan.insertSql)
  let before: readonly Cell[] = []
  let ordinal = 0
  for (const { cells } of rows) {
    const bound: Cell[] = [place.channelId, 0, ...cells]
    if (plan.productIndex >= 0) bound[plan.productIndex + LEAD] = numberOf(place.products, cells[plan.productIndex])
    ordinal = isSameKey(plan, bound, before) ? ordinal + 1 : 0
    bound[1] = ordinal
    insert.run(bound)
    before = bound
  }
}

/** Values bound before the cells: channel and ordinal. */
const LEAD = 2

function isSameKey(plan: TablePlan, one: readonly Cell[], other: readonly Cell[]): boolean {
  if (other.length === 0) return false
  for (let index = LEAD; index < LEAD + plan.keyLength; index += 1) if (one[index] !== other[index]) return false
  return true
}

function numberOf(products: ProductNumbers, cell: Cell | undefined): number {
  const number = products.get(productKey(cell))
  if (number === undefined) throw new Error('a row names a product without a number')
  return number
}
