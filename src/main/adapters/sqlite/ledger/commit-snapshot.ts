import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import type { CommitPlace } from './commit-days.ts'
import { EMPTY_HASH } from './content-hash.ts'
import { freshDay } from './fresh-day.ts'
import { storedDays } from './held-days.ts'
import { keepDay } from './history/keep-day.ts'
import { insertRows } from './insert-rows.ts'
import { internProducts } from './products.ts'
import type { TablePlan } from './table-plan.ts'

/**
 * Replaces all rows of a channel by what is there now and keeps the day where the dataset does; writes no row when nothing
 * changed. Answers 1 when it did.
 */
export function commitSnapshot(db: Database, plan: TablePlan, place: CommitPlace, rows: readonly Row[]): number {
  const fresh = freshDay(plan, rows)
  const held = storedDays(db, plan, place).get(0)?.hash ?? EMPTY_HASH
  const products = internProducts(db, plan, place, rows)
  if (held !== fresh.hash) {
    db.prepare(`DELETE FROM ${plan.table} WHERE channel_id = ?`).run(place.channelId)
    insertRows(db, plan, { channelId: place.channelId, products }, fresh.rows)
  }
  db.prepare(
    `INSERT INTO snapshots (channel_id, dataset, taken_at, rows, content_hash, run_id, amazon_report_id) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel_id, dataset) DO UPDATE SET taken_at = excluded.taken_at, rows = excluded.rows, content_hash = excluded.content_hash,
       run_id = excluded.run_id, amazon_report_id = excluded.amazon_report_id`,
  ).run(place.channelId, plan.dataset.id, place.fetchedAt, fresh.rows.length, fresh.hash, place.runId, place.amazonReportId)
  if (plan.historyTable !== null) keepDay(db, { ...plan, historyTable: plan.historyTable }, place, { fresh, products })
  return held === fresh.hash ? 0 : 1
}
