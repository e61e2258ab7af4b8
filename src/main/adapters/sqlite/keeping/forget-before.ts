import type { Database } from 'better-sqlite3'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Forgotten } from '../../../core/ports/keeping-store.ts'
import { figureTables, tablesWith, versionTables } from './tables.ts'

export function countBefore(db: Database, channelId: number, day: Day): Forgotten {
  const rows = figureTables(db).map((table) => count(db, `SELECT count(*) FROM ${table} WHERE channel_id = ? AND day < ?`, channelId, day))
  const versions = versionTables(db).map((table) =>
    count(db, `SELECT count(*) FROM ${table} WHERE channel_id = ? AND until_day <= ?`, channelId, day),
  )
  return {
    days: count(db, 'SELECT count(DISTINCT day) FROM receipts WHERE channel_id = ? AND day < ?', channelId, day),
    rows: [...rows, ...versions].reduce((sum, one) => sum + one, 0),
  }
}

/** Deletes days before `day` from every table that has days, and versions that no longer held on it, and lets the channel want no day before it: one transaction. */
export function forgetBefore(db: Database, channelId: number, day: Day): Forgotten {
  return db
    .transaction(() => {
      const found = countBefore(db, channelId, day)
      for (const table of tablesWith(db, 'channel_id', 'day'))
        db.prepare(`DELETE FROM ${table} WHERE channel_id = ? AND day < ?`).run(channelId, day)
      for (const table of versionTables(db)) db.prepare(`DELETE FROM ${table} WHERE channel_id = ? AND until_day <= ?`).run(channelId, day)
      db.prepare(`DELETE FROM runs WHERE channel_id = ? AND until_day <= ? AND step IN ('committed', 'ended')`).run(channelId, day)
      db.prepare('UPDATE channels SET wanted_from = max(wanted_from, ?) WHERE id = ?').run(day, channelId)
      return found
    })
    .immediate()
}

function count(db: Database, sql: string, channelId: number, day: Day): number {
  return db.prepare<[number, number], number>(sql).pluck().get(channelId, day) ?? 0
}
