import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import { brand } from '../../../../shared/lib/brand.ts'
import { toIntervals, type Day } from '../../../../shared/domain/day.ts'
import { EMPTY_HASH } from './content-hash.ts'
import { freshDay, groupByDay, type FreshDay } from './fresh-day.ts'
import { storedDays, type DaySpan } from './held-days.ts'
import { insertRows } from './insert-rows.ts'
import { issueReceipt } from './issue-receipt.ts'
import { internProducts } from './products.ts'
import { readReceipts, renewReceipt, writeRestatement, type ReceiptRow } from './receipts.ts'
import { rebuildRollups, rollupFaults } from './rollups.ts'
import type { TablePlan } from './table-plan.ts'

/** Where and when a commit happens; plain numbers, ready for SQL. */
export interface CommitPlace extends DaySpan {
  readonly currency: string
  readonly today: number
  readonly fetchedAt: number
  readonly runId: string
  readonly amazonReportId: string | null
  readonly reason: string
  readonly evidence: string | null
}

/**
 * Replaces exactly channel × dataset × days of the span by the rows given and issues a receipt for every day, also for
 * those without rows. Days that already hold these very rows are not written again. Answers how many held days changed.
 */
export function commitDays(db: Database, plan: TablePlan, place: CommitPlace, rows: readonly Row[]): number {
  const groups = groupByDay(plan, rows)
  const receipts = readReceipts(db, plan.dataset.id, place)
  const stored = storedDays(db, plan, place)
  const faults = rollupFaults(db, plan, place)
  const products = internProducts(db, plan, place, rows)
  const remove = db.prepare<[number, number]>(`DELETE FROM ${plan.table} WHERE channel_id = ? AND day = ?`)
  const written: Day[] = []
  let changed = 0
  for (let day = place.from; day < place.until; day += 1) {
    const fresh = freshDay(plan, groups.get(day) ?? [])
    const receipt = receipts.get(day) ?? null
    const isSame = (stored.get(day)?.hash ?? EMPTY_HASH) === fresh.hash && !faults.has(day)
    if (!isSame) {
      remove.run(place.channelId, day)
      insertRows(db, plan, { channelId: place.channelId, products }, fresh.rows)
      written.push(brand<Day>(day))
    }
    if (settleDay(db, plan, place, { day, fresh, receipt })) changed += 1
  }
  for (const { from, until } of toIntervals(written)) rebuildRollups(db, plan, { channelId: place.channelId, from, until })
  return changed
}

/** Writes the receipt of one day; true when it says something else than the one held before. */
function settleDay(
  db: Database,
  plan: TablePlan,
  place: CommitPlace,
  { day, fresh, receipt }: { day: number; fresh: FreshDay; receipt: ReceiptRow | null },
): boolean {
  const after = { rows: fresh.rows.length, moneyMinor: fresh.moneyMinor, hash: fresh.hash }
  if (receipt && saysTheSame(receipt, after)) {
    renewReceipt(db, receipt.receipt_id, { fetchedAt: place.fetchedAt, runId: place.runId, amazonReportId: place.amazonReportId })
    return false
  }
  if (receipt) writeRestatement(db, { ...place, dataset: plan.dataset.id, at: place.fetchedAt }, { day, before: receipt, after })
  issueReceipt(db, plan, place, { day, ...after })
  return receipt !== null
}

function saysTheSame(
  receipt: ReceiptRow,
  after: { readonly rows: number; readonly moneyMinor: number | null; readonly hash: string },
): boolean {
  return receipt.content_hash === after.hash && receipt.rows === after.rows && receipt.money_minor === after.moneyMinor
}
