import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, newestVersion, schemaVersion } from '../../src/main/adapters/sqlite/database/migrate.ts'
import { migrations } from '../../src/main/adapters/sqlite/database/migrations.ts'
import { openForWriting } from '../../src/main/adapters/sqlite/database/open-database.ts'
import { buildChild } from '../ports/sqlite/build-child.ts'
import { freshPlace } from '../ports/sqlite/carriers.ts'

let child: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => void (child = await buildChild('test/migrations/migrate-child.ts')))
afterAll(() => child.remove())

test.each(migrations.map((step, index) => [step.name, step.version, migrations[index - 1]?.version ?? 0] as const))(
  'killed inside %s, the schema is the one before, and the next start finishes it',
  async (_name, version, before) => {
    const { folder, path } = freshPlace()
    mkdirSync(dirname(path), { recursive: true })
    expect(await run(path, version)).toBe('SIGKILL')
    expect(look(path)).toEqual({ version: before, tables: tablesAt(before) })
    const opened = openForWriting(path)
    if (!opened.ok) throw new Error(opened.error.kind)
    expect(schemaVersion(opened.value)).toBe(newestVersion())
    expect(tablesOf(opened.value)).toBe(tablesAt(newestVersion()))
    opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  },
)

/** The signal that ended the child. */
function run(path: string, version: number): Promise<string | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [child.path, path, String(version)], { stdio: 'inherit' }).on('exit', (_code, signal) => resolve(signal))
  })
}

function look(path: string): { version: number; tables: string } {
  const db = new SqliteDatabase(path)
  const found = { version: schemaVersion(db), tables: tablesOf(db) }
  db.close()
  return found
}

function tablesAt(version: number): string {
  const db = new SqliteDatabase(':memory:')
  migrate(
    db,
    migrations.filter((one) => one.version <= version),
  )
  const tables = tablesOf(db)
  db.close()
  return tables
}

function tablesOf(db: SqliteDatabase.Database): string {
  return String(db.prepare(`SELECT coalesce(group_concat(name), '') FROM (SELECT name FROM sqlite_schema ORDER BY name)`).pluck().get())
}
