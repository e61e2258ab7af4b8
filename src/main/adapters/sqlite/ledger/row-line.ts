import type { Cell, Row } from '../../../datasets/document.ts'
import type { TablePlan } from './table-plan.ts'

const BETWEEN = '\u001F'
const UNKNOWN = '\u0000'

/**
 * A row as text for the content hash: every stored cell, unknown apart from empty, the product by its names instead of
 * its number here. The title is left out, because it may change without any figure changing.
 */
export function rowLine(plan: TablePlan, cells: Row, product: string): string {
  let line = ''
  for (let index = 0; index < cells.length; index += 1) {
    const cell = index === plan.productIndex ? product : (cells[index] ?? null)
    line += (cell === null ? UNKNOWN : String(cell)) + BETWEEN
  }
  return line
}

/** The part of a product cell that identifies the product: sku and asin. */
export function productKey(cell: Cell | undefined): string {
  const text = String(cell ?? '')
  const second = text.indexOf(BETWEEN, text.indexOf(BETWEEN) + 1)
  return second < 0 ? text : text.slice(0, second)
}

/** Sku and asin as `productKey` gives them, as an SQL expression over the products table. */
export const PRODUCT_KEY_SQL = `sku || char(31) || asin`
