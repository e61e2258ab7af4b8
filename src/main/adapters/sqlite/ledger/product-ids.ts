import type { Database } from 'better-sqlite3'
import type { IdCounts } from '../../../core/ports/ledger-store.ts'
import type { TablePlan } from './table-plan.ts'

/** What other names stand in for an ASIN (books by ISBN, blanks) is left out where it has another form. */
const IS_ASIN = `length(asin) = 10 AND asin NOT GLOB '*[^A-Z0-9]*'`

export function readProductIds(db: Database, channelId: number): string[] {
  return db
    .prepare<[number], string>(`SELECT DISTINCT asin FROM products WHERE channel_id = ? AND ${IS_ASIN} ORDER BY asin`)
    .pluck()
    .all(channelId)
}

/** Ids of the products table beside those in the dataset's own table. */
export function countIds(db: Database, plan: TablePlan | null, channelId: number): IdCounts {
  if (plan?.dataset.request.kind !== 'calls-by-id') return { known: 0, unasked: 0 }
  const id = plan.dataset.request.ids
  const [known, unasked] = db
    .prepare<[number, number], [number, number]>(
      `WITH held AS (SELECT DISTINCT ${id} FROM products WHERE channel_id = ? AND ${IS_ASIN})
       SELECT count(*), count(*) FILTER (WHERE ${id} NOT IN (SELECT ${id} FROM ${plan.table} WHERE channel_id = ?)) FROM held`,
    )
    .raw()
    .get(channelId, channelId) ?? [0, 0]
  return { known, unasked }
}
