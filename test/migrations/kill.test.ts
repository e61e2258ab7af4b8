import { spawn } from 'node:child_process'
import { existsSync, rmSync, statSync } from 'node:fs'
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

test('killed anywhere while migrating, the schema is that of one version, and the next start finishes it', async () => {
  const versions = [0, ...migrations.map((one) => one.version)]
  const seen = new Set<number>()
  for (let kill = 0; kill < 24; kill += 1) {
    const { folder, path } = freshPlace()
    await runAndKill(path, kill * 0.7)
    const found = existsSync(path) && statSync(path).size > 0 ? look(path) : { version: 0, tables: '' }
    expect(versions).toContain(found.version)
    expect(found.tables, `version ${found.version}`).toBe(tablesAt(found.version))
    seen.add(found.version)
    const opened = openForWriting(path)
    if (!opened.ok) throw new Error(opened.error.kind)
    expect(schemaVersion(opened.value)).toBe(newestVersion())
    expect(tablesOf(opened.value)).toBe(tablesAt(newestVersion()))
    opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
  expect(seen.size, 'the kills must strike at different moments').toBeGreaterThan(1)
}, 60_000)

function runAndKill(path: string, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [child.path, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    running.stdout.once('data', () => (delayMs < 1 ? running.kill('SIGKILL') : setTimeout(() => running.kill('SIGKILL'), delayMs)))
    running.on('exit', () => resolve())
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
  migrate(db, migrations.filter((one) => one.version <= version))
  const tables = tablesOf(db)
  db.close()
  return tables
}

function tablesOf(db: SqliteDatabase.Database): string {
  return String(db.prepare(`SELECT coalesce(group_concat(name), '') FROM (SELECT name FROM sqlite_schema ORDER BY name)`).pluck().get())
}
