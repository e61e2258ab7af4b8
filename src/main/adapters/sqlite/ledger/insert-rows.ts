import type { Database } from 'better-sqlite3'
import type { Cell } from '../../../datasets/document.ts'
import type { FreshRow } from './fresh-day.ts'
import type { ProductNumbers } from './products.ts'
import { productKey } from './row-line.ts'
import type { TablePlan } from './table-plan.ts'

/** Inserts rows in their given order; rows that repeat a key are numbered from 0 within it. */
export function insertRows(
  db: Database,
  plan: TablePlan,
  place: { readonly channelId: number; readonly products: ProductNumbers },
  rows: readonly FreshRow[],
): void {
  const insert = db.prepare<Cell[]>(plan.insertSql)
  const repeats = new Map<string, number>()
  for (const { cells } of rows) {
    const key = keyOf(plan, cells)
    const ordinal = repeats.get(key) ?? 0
    repeats.set(key, ordinal + 1)
    const bound: Cell[] = [place.channelId, ordinal, ...cells]
    if (plan.productIndex >= 0) bound[plan.productIndex + 2] = numberOf(place.products, cells[plan.productIndex])
    insert.run(...bound)
  }
}

function keyOf(plan: TablePlan, cells: readonly Cell[]): string {
  let key = ''
  for (const index of plan.keyIndexes) key += `${index === plan.productIndex ? productKey(cells[index]) : String(cells[index])}\u001E`
  return key
}

function numberOf(products: ProductNumbers, cell: Cell | undefined): number {
  const number = products.get(productKey(cell))
  if (number === undefined) throw new Error('a row names a product without a number')
  return number
}
