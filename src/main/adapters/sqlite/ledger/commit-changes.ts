import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import { brand } from '../../../../shared/lib/brand.ts'
import { toIntervals, type Day } from '../../../../shared/domain/day.ts'
import type { CommitPlace } from './commit-days.ts'
import { contentHash } from './content-hash.ts'
import { freshRows, groupByDay, moneyOf, type FreshRow } from './fresh-day.ts'
import { storedRows } from './held-days.ts'
import { insertRows } from './insert-rows.ts'
import { internProducts, type ProductNumbers } from './products.ts'
import { readReceipts, writeReceipt, writeRestatement, type ReceiptRow } from './receipts.ts'
import { rebuildRollups } from './rollups.ts'
import type { TablePlan } from './table-plan.ts'

/**
 * Replaces the entities of the document on days already held, wherever they stood before, and issues those days'
 * receipts anew. Days that are not held stay with the request that owns them, and so do days whose rows no longer match
 * their receipt: a new receipt would declare them sound. Answers how many held days changed.
 */
export function commitChanges(db: Database, plan: TablePlan, place: CommitPlace, rows: readonly Row[]): number {
  const entities = new Set(rows.map((row) => String(row[plan.entityIndex])))
  const listed = JSON.stringify([...entities])
  const groups = groupByDay(plan, rows)
  const days = [...new Set([...groups.keys(), ...daysOfEntities(db, plan, place.channelId, listed)])].sort((a, b) => a - b)
  const products = internProducts(db, plan, place, rows)
  const written: Day[] = []
  for (const day of days) {
    const change = changeOfDay(db, plan, place.channelId, { day, entities, fresh: freshRows(plan, groups.get(day) ?? []) })
    if (!change) continue
    removeEntities(db, plan, { channelId: place.channelId, day }, listed)
    insertChange(db, plan, { place, products }, change)
    written.push(brand<Day>(day))
  }
  for (const { from, until } of toIntervals(written)) rebuildRollups(db, plan, { channelId: place.channelId, from, until })
  return written.length
}

interface DayChange {
  readonly receipt: ReceiptRow
  readonly fresh: readonly FreshRow[]
  readonly after: { readonly rows: number; readonly moneyMinor: number | null; readonly hash: string }
}

/** What a day will hold; null when it is not held, not sound, or already says just this. */
function changeOfDay(
  db: Database,
  plan: TablePlan,
  channelId: number,
  { day, entities, fresh }: { day: number; entities: ReadonlySet<string>; fresh: readonly FreshRow[] },
): DayChange | null {
  const span = { channelId, from: day, until: day + 1 }
  const receipt = readReceipts(db, plan.dataset.id, span).get(day)
  if (!receipt) return null
  const before = [...storedRows(db, plan, span)].flatMap(([, rows]) => rows)
  if (contentHash(before.map((row) => row.line)) !== receipt.content_hash) return null
  const next = [...before.filter((row) => !entities.has(String(row.cells[plan.entityIndex]))), ...fresh]
  const hash = contentHash(next.map((row) => row.line))
  if (hash === receipt.content_hash) return null
  return {
    receipt,
    fresh,
    after: {
      rows: next.length,
      moneyMinor: moneyOf(
        plan,
        next.map((row) => row.cells),
      ),
      hash,
    },
  }
}

/** The day keeps the time it was last fetched whole: only that can settle it. */
function insertChange(
  db: Database,
  plan: TablePlan,
  { place, products }: { place: CommitPlace; products: ProductNumbers },
  { receipt, fresh, after }: DayChange,
): void {
  insertRows(db, plan, { channelId: place.channelId, products }, fresh)
  writeRestatement(db, { ...place, dataset: plan.dataset.id, at: place.fetchedAt }, { day: receipt.day, before: receipt, after })
  writeReceipt(db, {
    channelId: place.channelId,
    dataset: plan.dataset.id,
    day: receipt.day,
    ...after,
    currency: receipt.currency,
    fetchedAt: receipt.fetched_at,
    changedAt: place.fetchedAt,
    settlesOn: receipt.day + 1 + plan.dataset.timing.settlingDays,
    runId: place.runId,
    amazonReportId: place.amazonReportId,
    evidence: null,
  })
}

function daysOfEntities(db: Database, plan: TablePlan, channelId: number, entities: string): number[] {
  const entity = plan.names[plan.entityIndex]
  const days = db.prepare(`SELECT DISTINCT day FROM ${plan.table} WHERE channel_id = ? AND ${entity} IN (SELECT value FROM json_each(?))`)
  return days.pluck().all(channelId, entities).map(Number)
}

function removeEntities(db: Database, plan: TablePlan, { channelId, day }: { channelId: number; day: number }, entities: string): void {
  const entity = plan.names[plan.entityIndex]
  db.prepare(`DELETE FROM ${plan.table} WHERE channel_id = ? AND day = ? AND ${entity} IN (SELECT value FROM json_each(?))`).run(
    channelId,
    day,
    entities,
  )
}
