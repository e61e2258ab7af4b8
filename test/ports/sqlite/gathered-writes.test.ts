import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatherWrites } from '../../../src/main/adapters/sqlite/database/gather-writes.ts'
import { openWriter, type Writer } from '../../../src/main/workers/open-writer.ts'
import { account, activity, authorization, germany, run } from './people.ts'
import { keptStatement } from '../../../src/main/adapters/sqlite/database/kept-statement.ts'

let folder: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'springline-gather-'))
  db = new SqliteDatabase(join(folder, 'steps.db'))
  db.pragma('journal_mode = WAL')
  db.exec("CREATE TABLE steps (id INTEGER PRIMARY KEY, word TEXT NOT NULL CHECK (word <> 'bad')) STRICT")
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (id: number, word: string) => () =>
  keptStatement<[number, string]>(db, 'INSERT INTO steps VALUES (?, ?)').run(id, word).changes
const words = (from: Database) => from.prepare('SELECT word FROM steps ORDER BY id').pluck().all()

describe('small writes that arrive together', () => {
  it('are answered only once another connection can read them', async () => {
    const beside = new SqliteDatabase(join(folder, 'steps.db'), { readonly: true })
    const { add } = gatherWrites(db)
    const seen: unknown[][] = []
    const all = [1, 2, 3].map((id) => add(insert(id, `word ${id}`)).then(() => seen.push(words(beside))))
    expect(words(beside)).toEqual([])
    await Promise.all(all)
    expect(seen).toEqual([1, 2, 3].map(() => ['word 1', 'word 2', 'word 3']))
    beside.close()
  })

  it('share one transaction', async () => {
    const { add } = gatherWrites(db)
    const inside = await Promise.all([1, 2, 3].map((id) => add(() => [insert(id, 'x')(), words(db).length, db.inTransaction])))
    expect(inside).toEqual([
      [1, 1, true],
      [1, 2, true],
      [1, 3, true],
    ])
  })

  it('do not suffer from a bad one among them', async () => {
    const { add } = gatherWrites(db)
    const ends = await Promise.allSettled([add(insert(1, 'good')), add(insert(2, 'bad')), add(insert(3, 'good too'))])
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(words(db)).toEqual(['good', 'good too'])
  })

  it('are refused by name when the database was closed meanwhile', async () => {
    const { add } = gatherWrites(db)
    const late = add(insert(1, 'late'))
    db.close()
    await expect(late).rejects.toThrow('not open')
  })
})

describe('steps of runs that were handed in a moment before', () => {
  let writer: Writer
  const path = () => join(folder, 'springline.db')
  const stored = () => {
    const beside = new SqliteDatabase(path(), { readonly: true })
    const steps = beside.prepare('SELECT step FROM runs').pluck().all()
    beside.close()
    return steps
  }

  beforeEach(async () => {
    const opened = openWriter({ databasePath: path(), allowedOrigins: [], version: '1.0.0' })
    if (!opened.ok) throw new Error(opened.error.kind)
    writer = opened.value
    await writer.stores.accounts.attach({ account, authorization, channels: [germany], activity: activity('connected') })
  })

  it('are on the disk when the app closes', async () => {
    const added = writer.stores.runs.add([run('r1')])
    writer.close()
    await added
    expect(stored()).toEqual(['intended'])
  })

  it('are stopped with all others of their account', async () => {
    const added = writer.stores.runs.add([run('r1')])
    expect(await writer.stores.runs.stopAll(account.id, 5, 'paused')).toEqual(['r1'])
    await added
    expect(stored()).toEqual(['ended'])
    writer.close()
  })

  it('leave nothing of an account behind that is deleted', async () => {
    const added = writer.stores.runs.add([run('r1')]).catch(() => undefined)
    await writer.stores.keeping.purge(account.id)
    await added
    expect(stored()).toEqual([])
    writer.close()
  })
})
