import type { Database } from 'better-sqlite3'
import type { Cell } from '../../../../datasets/document.ts'
import type { CommitPlace } from '../commit-days.ts'
import { contentHash } from '../content-hash.ts'
import type { FreshDay } from '../fresh-day.ts'
import type { ProductNumbers } from '../products.ts'
import { productKey } from '../row-line.ts'
import { changeDay } from './change-day.ts'
import { versionsIn, type HistoryPlan, type Version } from './versions.ts'

/**
 * Makes a snapshot the one of its marketplace day, in the caller's transaction. Rows that say what they said on the kept
 * day before cost nothing. A snapshot older than the one held for the day changes nothing; twice equals once.
 */
export function keepDay(
  db: Database,
  plan: HistoryPlan,
  place: CommitPlace,
  { fresh, products }: { readonly fresh: FreshDay; readonly products: ProductNumbers },
): void {
  const day = place.today
  const kept = takenAt(db, plan, place)
  if (kept !== null && kept > place.fetchedAt) return
  const held = versionsIn(db, plan, { channelId: place.channelId, from: day, until: day + 1 })
  if (contentHash(held.map((version) => version.line)) !== fresh.hash) writeChange(db, plan, place, { fresh, products, held })
  db.prepare(
    `INSERT INTO snapshot_days (channel_id, dataset, day, taken_at, rows, content_hash, run_id, amazon_report_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel_id, dataset, day) DO UPDATE SET taken_at = excluded.taken_at, rows = excluded.rows,
       content_hash = excluded.content_hash, run_id = excluded.run_id, amazon_report_id = excluded.amazon_report_id`,
  ).run(place.channelId, plan.dataset.id, day, place.fetchedAt, fresh.rows.length, fresh.hash, place.runId, place.amazonReportId)
}

function takenAt(db: Database, plan: HistoryPlan, place: CommitPlace): number | null {
  const found = db
    .prepare<[number, string, number], number>('SELECT taken_at FROM snapshot_days WHERE channel_id = ? AND dataset = ? AND day = ?')
    .pluck()
    .get(place.channelId, plan.dataset.id, place.today)
  return found ?? null
}

function writeChange(
  db: Database,
  plan: HistoryPlan,
  place: CommitPlace,
  { fresh, products, held }: { readonly fresh: FreshDay; readonly products: ProductNumbers; readonly held: readonly Version[] },
): void {
  const day = place.today
  const next = nextKept(db, plan, place)
  const { remove, close, resume, begin } = changeDay(held, fresh.rows, day, next)
  const keyOf = (cells: readonly Cell[]) => cells.slice(0, plan.keyLength)
  const where = `channel_id = ? AND ${keyNames(plan)
    .map((name) => `${name} = ?`)
    .join(' AND ')} AND from_day = ? AND ordinal = ?`
  const drop = db.prepare<Cell[]>(`DELETE FROM ${plan.historyTable} WHERE ${where}`)
  const end = db.prepare<Cell[]>(`UPDATE ${plan.historyTable} SET until_day = ? WHERE ${where}`)
  for (const one of remove) drop.run(place.channelId, ...keyOf(one.cells), one.from, one.ordinal)
  for (const one of close) end.run(day, place.channelId, ...keyOf(one.cells), one.from, one.ordinal)
  const insert = insertVersion(db, plan, place.channelId)
  if (next !== null) for (const one of resume) insert(one.cells, next, one.until)
  for (const { cells } of begin) insert(withProduct(plan, products, cells), day, next)
}

/** Kept days after this one exist only where the clock was ahead for a while. */
function nextKept(db: Database, plan: HistoryPlan, place: CommitPlace): number | null {
  return (
    db
      .prepare<[number, string, number], number | null>(
        'SELECT min(day) FROM snapshot_days WHERE channel_id = ? AND dataset = ? AND day > ?',
      )
      .pluck()
      .get(place.channelId, plan.dataset.id, place.today) ?? null
  )
}

/** Equal keys that begin on the same day are numbered in the order they come. */
function insertVersion(db: Database, plan: HistoryPlan, channelId: number) {
  const keys = keyNames(plan)
  const number = db
    .prepare<Cell[], number>(
      `SELECT coalesce(max(ordinal) + 1, 0) FROM ${plan.historyTable}
       WHERE channel_id = ? AND ${keys.map((name) => `${name} = ?`).join(' AND ')} AND from_day = ?`,
    )
    .pluck()
  const insert = db.prepare<Cell[]>(
    `INSERT INTO ${plan.historyTable} (channel_id, from_day, until_day, ordinal, ${plan.names.join(', ')})
     VALUES (?, ?, ?, ?, ${plan.names.map(() => '?').join(', ')})`,
  )
  return (cells: readonly Cell[], from: number, until: number | null): void => {
    const ordinal = number.get(channelId, ...cells.slice(0, plan.keyLength), from) ?? 0
    insert.run(channelId, from, until, ordinal, ...cells)
  }
}

function keyNames(plan: HistoryPlan): readonly string[] {
  return plan.names.slice(0, plan.keyLength)
}

function withProduct(plan: HistoryPlan, products: ProductNumbers, cells: readonly Cell[]): readonly Cell[] {
  if (plan.productIndex < 0) return cells
  const number = products.get(productKey(cells[plan.productIndex]))
  if (number === undefined) throw new Error('a row names a product without a number')
  return cells.map((cell, index) => (index === plan.productIndex ? number : cell))
}
