import type { Database } from 'better-sqlite3'
import { plainName } from '../ledger/table-plan.ts'

/** Tables that hold all of the given columns, found in the schema, so that a table added later is never overlooked. */
export function tablesWith(db: Database, ...columns: readonly string[]): readonly string[] {
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
  const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
  return tables
    .pluck()
    .all()
    .filter((table) => {
      const held = new Set(names.all(table))
      return columns.every((column) => held.has(column))
    })
    .map(plainName)
}

/** Tables whose rows hold over a run of kept days: the history of snapshots. */
export function versionTables(db: Database): readonly string[] {
  return tablesWith(db, 'channel_id', 'from_day', 'until_day')
}

/** Tables whose rows are Amazon's figures of one day: neither proofs nor roll-ups nor our own records. */
export function figureTables(db: Database): readonly string[] {
  return tablesWith(db, 'channel_id', 'day', 'ordinal')
}
