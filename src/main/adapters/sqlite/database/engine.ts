import SqliteDatabase from 'better-sqlite3'
import type { OpenTrouble } from './open-trouble.ts'
import { OLDEST_ENGINE } from './policy.ts'

/** Refuses an SQLite without the fixes we rely on; null when it is new enough. */
export function engineTrouble(): OpenTrouble | null {
  const db = new SqliteDatabase(':memory:')
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
  db.close()
  return isOldEngine(version) ? { kind: 'old-engine', version, remedy: 'update-springline' } : null
}

export function isOldEngine(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_ENGINE.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part < least
  }
  return false
}
