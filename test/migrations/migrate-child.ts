import SqliteDatabase from 'better-sqlite3'
import { migrate } from '../../src/main/adapters/sqlite/database/migrate.ts'
import { migrations } from '../../src/main/adapters/sqlite/database/migrations.ts'

/** Migrates a database and kills itself when the step of the given version has done its work but has not been committed. */
const [, , path = '', fatal = ''] = process.argv
const db = new SqliteDatabase(path)
db.pragma('journal_mode = WAL')
db.function('die', () => {
  process.kill(process.pid, 'SIGKILL')
  return null
})
migrate(
  db,
  migrations.map((step) => (step.version === Number(fatal) ? { ...step, sql: `${step.sql}; SELECT die();` } : step)),
)
