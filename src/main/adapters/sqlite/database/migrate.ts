import type { Database } from 'better-sqlite3'
import { migrations, type Migration } from './migrations.ts'

/**
 * Brings a database to the newest schema. Each step and its version number are one transaction, so a crash leaves the
 * old or the new schema, never one between.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  for (const step of steps) applyStep(db, step)
}

/** The version the newest step leads to. */
export function newestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0
}

export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The version is read inside the transaction: another process may just have applied the step. */
function applyStep(db: Database, step: Migration): void {
  db.transaction(() => {
    if (schemaVersion(db) >= step.version) return
    db.exec(step.sql)
    db.pragma(`user_version = ${step.version}`)
  }).immediate()
}
