import type { Database } from 'better-sqlite3'
import type { Row } from '../../../datasets/document.ts'
import { toIntervals, type Day } from '../../../../shared/domain/day.ts'
import { brand } from '../../../../shared/lib/brand.ts'
import { commitDays, type CommitPlace } from './commit-days.ts'
import { commitSnapshot } from './commit-snapshot.ts'
import { freshDay } from './fresh-day.ts'
import { keepDay } from './history/keep-day.ts'
import { internProducts } from './products.ts'
import type { TablePlan } from './table-plan.ts'

export interface CommittedOlder {
  readonly rows: number
  readonly changedDays: number
  readonly leftAlone: number
}

/**
 * Commits a document that was fetched a while ago. Days that were fetched, or changed, since then stay as they are; the
 * others get its rows and a receipt with its own time, so that they settle as if it had been read at once.
 */
export function commitOlder(db: Database, plan: TablePlan, place: CommitPlace, rows: readonly Row[]): CommittedOlder {
  if (plan.dataset.shape === 'snapshot') return commitOlderSnapshot(db, plan, place, rows)
  const newer = newerDays(db, plan, place)
  const open: Day[] = []
  for (let day = place.from; day < place.until; day += 1) if (!newer.has(day)) open.push(brand<Day>(day))
  let changedDays = 0
  for (const span of toIntervals(open)) {
    const inside = rows.filter((row) => Number(row[plan.dayIndex]) >= span.from && Number(row[plan.dayIndex]) < span.until)
    changedDays += commitDays(db, plan, { ...place, ...span }, inside)
  }
  askForChangesSince(db, plan, place)
  const taken = new Set<number>(open)
  return { rows: rows.filter((row) => taken.has(Number(row[plan.dayIndex]))).length, changedDays, leftAlone: newer.size }
}

/** True when a document of this time would bring nothing. */
export function isOutdone(db: Database, plan: TablePlan, place: CommitPlace, request: 'days' | 'changes'): boolean {
  if (plan.dataset.shape === 'snapshot') return newerSnapshot(db, plan, place) && isDayOutdone(db, plan, place)
  if (request === 'changes') return (changesThrough(db, plan, place) ?? -1) >= place.fetchedAt
  return newerDays(db, plan, place).size >= place.until - place.from
}

/** The newest snapshot stays; the day this one was taken on is entered where none of that day is kept. */
function commitOlderSnapshot(db: Database, plan: TablePlan, place: CommitPlace, rows: readonly Row[]): CommittedOlder {
  if (!newerSnapshot(db, plan, place)) return { rows: rows.length, changedDays: commitSnapshot(db, plan, place, rows), leftAlone: 0 }
  const { historyTable } = plan
  if (historyTable === null || isDayOutdone(db, plan, place)) return { rows: 0, changedDays: 0, leftAlone: 1 }
  keepDay(db, { ...plan, historyTable }, place, { fresh: freshDay(plan, rows), products: internProducts(db, plan, place, rows) })
  return { rows: rows.length, changedDays: 1, leftAlone: 0 }
}

function newerDays(db: Database, plan: TablePlan, place: CommitPlace): ReadonlySet<number> {
  const days = db
    .prepare<[number, string, number, number, number], number>(
      `SELECT day FROM receipts WHERE channel_id = ? AND dataset = ? AND day >= ? AND day < ?
         AND max(fetched_at, coalesce(changed_at, 0)) > ?`,
    )
    .pluck()
    .all(place.channelId, plan.dataset.id, place.from, place.until, place.fetchedAt)
  return new Set(days)
}

function newerSnapshot(db: Database, plan: TablePlan, place: CommitPlace): boolean {
  const taken = db
    .prepare<[number, string], number>('SELECT taken_at FROM snapshots WHERE channel_id = ? AND dataset = ?')
    .pluck()
    .get(place.channelId, plan.dataset.id)
  return taken !== undefined && taken > place.fetchedAt
}

function isDayOutdone(db: Database, plan: TablePlan, place: CommitPlace): boolean {
  if (plan.historyTable === null) return true
  const taken = db
    .prepare<[number, string, number], number>('SELECT taken_at FROM snapshot_days WHERE channel_id = ? AND dataset = ? AND day = ?')
    .pluck()
    .get(place.channelId, plan.dataset.id, place.today)
  return taken !== undefined && taken > place.fetchedAt
}

function changesThrough(db: Database, plan: TablePlan, place: CommitPlace): number | undefined {
  return db
    .prepare<[number, string], number>('SELECT through FROM changes_marks WHERE channel_id = ? AND dataset = ?')
    .pluck()
    .get(place.channelId, plan.dataset.id)
}

/** Changes that came since were not applied to days that were not held then, so they are asked for once more. */
function askForChangesSince(db: Database, plan: TablePlan, place: CommitPlace): void {
  db.prepare('UPDATE changes_marks SET through = min(through, ?) WHERE channel_id = ? AND dataset = ?').run(
    place.fetchedAt,
    place.channelId,
    plan.dataset.id,
  )
}
