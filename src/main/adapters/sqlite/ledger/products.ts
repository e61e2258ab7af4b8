import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import { readProductCell } from '../../../datasets/product-cell.ts'
import { keptStatement } from '../database/kept-statement.ts'
import { PRODUCT_KEY_SQL, productKey } from './row-line.ts'
import type { TablePlan } from './table-plan.ts'

interface Seen {
  readonly cell: string
  readonly day: number
}

/** Numbers of products by `productKey`. */
export type ProductNumbers = ReadonlyMap<string, number>

/**
 * Gives every product of the rows a number and keeps its newest title. `today` dates the titles of a snapshot.
 * Writes nothing when every product and title is known.
 */
export function internProducts(
  db: Database,
  plan: TablePlan,
  order: { readonly channelId: number; readonly today: number },
  rows: readonly Row[],
): ProductNumbers {
  const numbers = new Map<string, number>()
  if (plan.productIndex < 0) return numbers
  const find = keptStatement<[number, string, string], { product_id: number; title: string; titled_on: number }>(
    db,
    'SELECT product_id, title, titled_on FROM products WHERE channel_id = ? AND sku = ? AND asin = ?',
  )
  const insert = keptStatement(db, 'INSERT INTO products (channel_id, sku, asin, title, titled_on) VALUES (?, ?, ?, ?, ?)')
  const retitle = keptStatement(db, 'UPDATE products SET title = ?, titled_on = ? WHERE product_id = ?')
  for (const [key, { cell, day }] of newestNames(plan, rows, order.today)) {
    const { sku, asin, title } = readProductCell(cell)
    const known = find.get(order.channelId, sku, asin)
    if (!known) numbers.set(key, Number(insert.run(order.channelId, sku, asin, title, day).lastInsertRowid))
    else {
      numbers.set(key, known.product_id)
      if (title !== '' && title !== known.title && day >= known.titled_on) retitle.run(title, day, known.product_id)
    }
  }
  return numbers
}

/** Sku and asin by product number, as `productKey` spells them. */
export function productKeys(db: Database, channelId: number): ReadonlyMap<number, string> {
  const rows = keptStatement<[number], [number, string]>(db, `SELECT product_id, ${PRODUCT_KEY_SQL} FROM products WHERE channel_id = ?`)
    .raw()
    .all(channelId)
  return new Map(rows)
}

/** One title per product: of the newest day, and there the last in the alphabet, so that the document's order is no matter. */
function newestNames(plan: TablePlan, rows: readonly Row[], today: number): Map<string, Seen> {
  const found = new Map<string, Seen>()
  const seenCells = new Map<string, number>()
  for (const row of rows) {
    const cell = String(row[plan.productIndex] ?? '')
    const day = plan.dayIndex < 0 ? today : Number(row[plan.dayIndex])
    if ((seenCells.get(cell) ?? -Infinity) >= day) continue
    seenCells.set(cell, day)
    const key = productKey(cell)
    const known = found.get(key)
    if (!known || day > known.day || (day === known.day && cell > known.cell)) found.set(key, { cell, day })
  }
  return found
}
