import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { err, ok, type Result } from '../../../../shared/lib/result.ts'
import { engineTrouble } from './engine.ts'
import { migrate, newestVersion, schemaVersion } from './migrate.ts'
import type { OpenTrouble } from './open-trouble.ts'
import { BUSY_TIMEOUT_MS, CACHE_KIB, CHECKPOINT_PAGES } from './policy.ts'

/** Opens the one database for writing: makes it if need be (folder 0700, file 0600) and brings its schema up to date. */
export function openForWriting(path: string): Result<Database, OpenTrouble> {
  const engine = engineTrouble()
  if (engine) return err(engine)
  const prepared = prepareFile(path)
  if (!prepared.ok) return prepared
  const known = newestVersion()
  const refused = statSync(path).size > 0 ? troubleOfFile(path, known) : null
  if (refused) return err(refused)
  return guarded(path, () => {
    const db = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS })
    const mode = String(db.pragma('journal_mode = WAL', { simple: true }))
    if (mode !== 'wal') {
      db.close()
      return err<OpenTrouble>({ kind: 'no-wal', path, evidence: `journal mode is ${mode}`, remedy: 'use-local-folder' })
    }
    settle(db)
    db.pragma('synchronous = FULL')
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    migrate(db)
    return ok(db)
  })
}

/** Opens beside a writer, for reading only; never makes or changes a file's contents. */
export function openForReading(path: string): Result<Database, OpenTrouble> {
  const engine = engineTrouble()
  if (engine) return err(engine)
  if (!existsSync(path)) return err({ kind: 'not-there', path, remedy: 'start-springline-once' })
  const known = newestVersion()
  return guarded(path, () => {
    const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    const version = schemaVersion(db)
    if (version !== known) {
      db.close()
      return err<OpenTrouble>(
        version > known ? newer(path, version, known) : { kind: 'older', path, version, known, remedy: 'start-springline-once' },
      )
    }
    settle(db)
    db.pragma('query_only = ON')
    return ok(db)
  })
}

function settle(db: Database): void {
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma('temp_store = MEMORY')
  db.pragma('trusted_schema = OFF')
}

/** SQLite gives `-wal` and `-shm` the permissions of the file itself, so it is made with the right ones first. */
function prepareFile(path: string): Result<void, OpenTrouble> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    chmodSync(dirname(path), 0o700)
    closeSync(openSync(path, 'a', 0o600))
    for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600)
    return ok(undefined)
  } catch (cause) {
    return err({ kind: 'not-writable', path, evidence: codeOf(cause), remedy: 'check-folder' })
  }
}

/** Looks before anything is written: a newer or damaged file keeps every byte. */
function troubleOfFile(path: string, known: number): OpenTrouble | null {
  const looked = guarded(path, () => {
    const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
      return ok(schemaVersion(db))
    } finally {
      db.close()
    }
  })
  if (!looked.ok) return looked.error
  return looked.value > known ? newer(path, looked.value, known) : null
}

function newer(path: string, version: number, known: number): OpenTrouble {
  return { kind: 'newer', path, version, known, remedy: 'update-springline' }
}

function guarded<Value>(path: string, work: () => Result<Value, OpenTrouble>): Result<Value, OpenTrouble> {
  try {
    return work()
  } catch (cause) {
    const evidence = codeOf(cause)
    if (evidence === 'SQLITE_NOTADB' || evidence.startsWith('SQLITE_CORRUPT')) {
      return err({ kind: 'unreadable', path, evidence, remedy: 'set-aside-and-fetch-again' })
    }
    if (/^SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)/.test(evidence))
      return err({ kind: 'not-writable', path, evidence, remedy: 'check-folder' })
    throw cause
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
}
