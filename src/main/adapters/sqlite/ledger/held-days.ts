import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import { contentHash } from './content-hash.ts'
import { moneyOf, type FreshRow } from './fresh-day.ts'
import { productKeys } from './products.ts'
import { rowLine } from './row-line.ts'
import type { TablePlan } from './table-plan.ts'

/** What the table really holds for one day, read row by row. */
export interface StoredDay {
  readonly day: number
  readonly rows: number
  readonly moneyMinor: number | null
  readonly hash: string
}

export interface DaySpan {
  readonly channelId: number
  readonly from: number
  readonly until: number
}

/** Count, sum and hash of every day of the span that has rows, from the rows themselves (snapshots: day 0). */
export function storedDays(db: Database, plan: TablePlan, span: DaySpan): Map<number, StoredDay> {
  const found = new Map<number, StoredDay>()
  for (const [day, rows] of storedRows(db, plan, span)) {
    const moneyMinor = moneyOf(
      plan,
      rows.map((row) => row.cells),
    )
    found.set(day, { day, rows: rows.length, moneyMinor, hash: contentHash(rows.map((row) => row.line)) })
  }
  return found
}

/** Rows as stored (products as numbers) with their lines, one day after the other. */
export function* storedRows(db: Database, plan: TablePlan, span: DaySpan): Generator<readonly [day: number, rows: readonly FreshRow[]]> {
  const keys = plan.productIndex < 0 ? new Map<number, string>() : productKeys(db, span.channelId)
  let day: number | null = null
  let rows: FreshRow[] = []
  for (const cells of selectRows(db, plan, span)) {
    const of = plan.dayIndex < 0 ? 0 : Number(cells[plan.dayIndex])
    if (of !== day) {
      if (day !== null) yield [day, rows]
      day = of
      rows = []
    }
    rows.push({
      cells,
      line: rowLine(plan, cells, plan.productIndex < 0 ? '' : (keys.get(Number(cells[plan.productIndex])) ?? 'no such product')),
    })
  }
  if (day !== null) yield [day, rows]
}

function selectRows(db: Database, plan: TablePlan, span: DaySpan): IterableIterator<Row> {
  const select = `SELECT ${plan.names.join(', ')} FROM ${plan.table} WHERE channel_id = ?`
  if (plan.dayIndex < 0) return db.prepare<[number], Row>(select).raw().iterate(span.channelId)
  return db
    .prepare<[number, number, number], Row>(`${select} AND day >= ? AND day < ? ORDER BY day`)
    .raw()
    .iterate(span.channelId, span.from, span.until)
}
