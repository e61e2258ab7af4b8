import type { Database } from 'better-sqlite3'
import { brand } from '../../../../../shared/lib/brand.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import type { SnapshotDayFact } from '../../../../core/ports/ledger-store.ts'
import { contentHash } from '../content-hash.ts'
import type { DaySpan } from '../held-days.ts'
import { holdsOn, versionsIn, type HistoryPlan } from './versions.ts'

interface KeptDay {
  readonly day: number
  readonly taken_at: number
  readonly rows: number
  readonly content_hash: string
}

/**
 * Kept days of a span, oldest first, each compared with its versions: `intact` is false when count or hash differ. Days
 * that are absent were never taken. One read transaction, so that a commit in between cannot make a sound day look broken.
 */
export function readSnapshotDays(db: Database, plan: HistoryPlan, span: DaySpan): SnapshotDayFact[] {
  return db.transaction(() => {
    const kept = db
      .prepare<[number, string, number, number], KeptDay>(
        'SELECT day, taken_at, rows, content_hash FROM snapshot_days WHERE channel_id = ? AND dataset = ? AND day >= ? AND day < ? ORDER BY day',
      )
      .all(span.channelId, plan.dataset.id, span.from, span.until)
    const versions = versionsIn(db, plan, span)
    return kept.map((one) => {
      const lines = versions.filter((version) => holdsOn(version, one.day)).map((version) => version.line)
      const intact = lines.length === one.rows && contentHash(lines) === one.content_hash
      return { day: brand<Day>(one.day), takenAt: one.taken_at, rows: one.rows, contentHash: one.content_hash, intact }
    })
  })()
}

/** The newest kept day up to and including `day`, compared with its versions. */
export function readDayAsOf(db: Database, plan: HistoryPlan, channelId: number, day: number): SnapshotDayFact | null {
  const found = db
    .prepare<[number, string, number], number | null>(
      'SELECT max(day) FROM snapshot_days WHERE channel_id = ? AND dataset = ? AND day <= ?',
    )
    .pluck()
    .get(channelId, plan.dataset.id, day)
  if (found === undefined || found === null) return null
  return readSnapshotDays(db, plan, { channelId, from: found, until: found + 1 })[0] ?? null
}
