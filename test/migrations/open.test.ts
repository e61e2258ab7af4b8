import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOldEngine } from '../../src/main/adapters/sqlite/database/engine.ts'
import { migrate, newestVersion, schemaVersion } from '../../src/main/adapters/sqlite/database/migrate.ts'
import { migrations } from '../../src/main/adapters/sqlite/database/migrations.ts'
import { openForReading, openForWriting } from '../../src/main/adapters/sqlite/database/open-database.ts'
import { datasets } from '../../src/main/datasets/index.ts'
import { freshPlace } from '../ports/sqlite/carriers.ts'

let place: ReturnType<typeof freshPlace>
beforeEach(() => void (place = freshPlace()))
afterEach(() => rmSync(place.folder, { recursive: true, force: true }))
const hash = () => createHash('sha256').update(readFileSync(place.path)).digest('hex')

test('a fresh database has the newest schema, durable settings and files only its owner can read', () => {
  const opened = openForWriting(place.path)
  if (!opened.ok) throw new Error(opened.error.kind)
  opened.value.exec(`INSERT INTO snapshots VALUES (1, 'x', 1, 1, 'h', 'r', NULL)`)
  expect(schemaVersion(opened.value)).toBe(newestVersion())
  const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => opened.value.pragma(name, { simple: true }))
  expect(settings).toEqual(['wal', 2, 1])
  expect(statSync(dirname(place.path)).mode & 0o777).toBe(0o700)
  for (const end of ['', '-wal', '-shm']) expect(statSync(place.path + end).mode & 0o777, end).toBe(0o600)
  opened.value.close()
})

test('every table of figures is strict and clustered by its key', () => {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  const tables = db
    .prepare(`SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() as { name: string; wr: number; strict: number }[]
  expect(tables.length).toBeGreaterThan(15)
  expect(tables.filter((one) => one.strict !== 1)).toEqual([])
  const figures = [...datasets.values()].flatMap(({ table, history }) => [
    table.name,
    ...table.rollups.map((one) => one.name),
    ...(history === 'daily' ? [`${table.name}_history`] : []),
  ])
  expect(figures.length).toBeGreaterThanOrEqual(8)
  expect(
    tables
      .filter((one) => figures.includes(one.name) && one.wr === 1)
      .map((one) => one.name)
      .sort(),
  ).toEqual(figures.sort())
})

test('migrations are numbered in tens, each once', () => {
  expect(migrations.map((one) => one.version % 10)).toEqual(migrations.map(() => 0))
  expect(new Set(migrations.map((one) => one.version)).size).toBe(migrations.length)
})

test('a database of a later release is refused and keeps every byte', () => {
  const opened = openForWriting(place.path)
  if (!opened.ok) throw new Error(opened.error.kind)
  opened.value.pragma(`user_version = ${newestVersion() + 10}`)
  opened.value.close()
  const before = hash()
  expect(openForWriting(place.path)).toMatchObject({
    ok: false,
    error: { kind: 'newer', version: newestVersion() + 10, remedy: 'update-springline' },
  })
  expect(openForReading(place.path)).toMatchObject({ ok: false, error: { kind: 'newer' } })
  expect(hash()).toBe(before)
})

test.each([
  ['text', Buffer.from('this was never a database, but somebody saved over it '.repeat(50))],
  ['zeroes', Buffer.alloc(8192)],
])('a file of %s is named unreadable and kept', (_name, bytes) => {
  mkdirSync(dirname(place.path), { recursive: true })
  writeFileSync(place.path, bytes)
  const opened = openForWriting(place.path)
  expect(opened).toMatchObject({ ok: false, error: { kind: 'unreadable', remedy: 'set-aside-and-fetch-again' } })
  expect(readFileSync(place.path).equals(bytes)).toBe(true)
})

test('reading waits for nobody to make a file', () => {
  expect(openForReading(place.path)).toMatchObject({ ok: false, error: { kind: 'not-there' } })
  expect(existsSync(place.path)).toBe(false)
})

test('a step that fails half way leaves the schema before it', () => {
  const db = new SqliteDatabase(':memory:')
  const steps = [
    { version: 10, name: 'one', sql: 'CREATE TABLE one (x);' },
    { version: 20, name: 'two', sql: 'CREATE TABLE two (x); CREATE TABLE one (y);' },
  ]
  expect(() => migrate(db, steps)).toThrow('already exists')
  expect(schemaVersion(db)).toBe(10)
  expect(db.prepare(`SELECT group_concat(name) FROM sqlite_schema`).pluck().get()).toBe('one')
})

test('an engine without the fixes we rely on is told from one with them', () => {
  expect(['3.51.2', '3.50.9', '2.99.99'].map(isOldEngine)).toEqual([true, true, true])
  expect(['3.51.3', '3.52.0', '4.0.0'].map(isOldEngine)).toEqual([false, false, false])
})
