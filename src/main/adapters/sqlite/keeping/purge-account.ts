import type { Database } from 'better-sqlite3'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import type { Forgotten } from '../../../core/ports/keeping-store.ts'
import { figureTables, tablesWith } from './tables.ts'

interface Purged extends Forgotten {
  readonly runIds: readonly string[]
  readonly channelIds: readonly number[]
}

/** Everything stored under one account, gone in one transaction. Answers what it was and the ids of its runs and channels. */
export function purgeAccount(db: Database, accountId: AccountId): Purged {
  return db
    .transaction(() => {
      const channels = db.prepare<[string], number>('SELECT id FROM channels WHERE account_id = ?').pluck().all(accountId)
      const runIds = db.prepare<[string], string>('SELECT id FROM runs WHERE account_id = ?').pluck().all(accountId)
      const found = { ...countOf(db, channels), runIds, channelIds: channels }
      deleteTraces(db, accountId)
      for (const table of tablesWith(db, 'channel_id'))
        for (const id of channels) db.prepare(`DELETE FROM ${table} WHERE channel_id = ?`).run(id)
      for (const table of tablesWith(db, 'account_id'))
        if (table !== 'channels') db.prepare(`DELETE FROM ${table} WHERE account_id = ?`).run(accountId)
      db.prepare('DELETE FROM channels WHERE account_id = ?').run(accountId)
      db.prepare('DELETE FROM accounts WHERE id = ?').run(accountId)
      return found
    })
    .immediate()
}

/**
 * Overwrites what deleting left behind in the file: the database is written anew and the log of changes emptied. False
 * when there was no room for it.
 */
export function wipeFreed(db: Database): boolean {
  try {
    db.exec('VACUUM')
    db.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^SQLITE_(FULL|IOERR|BUSY|LOCKED)/.test(String(cause.code))) return false
    throw cause
  }
}

/** Records of other accounts, or of none, that name this one: an attempt that found it, a notice told about it. */
function deleteTraces(db: Database, accountId: AccountId): void {
  const account = db
    .prepare<[string], { identity: string }>('SELECT selling_partner_id AS identity FROM accounts WHERE id = ?')
    .get(accountId)
  if (!account) return
  const { identity } = account
  db.prepare('DELETE FROM attempts WHERE expected_identity = ? OR instr(state, ?) > 0').run(identity, JSON.stringify(identity))
  for (const table of ['activities', 'notices']) db.prepare(`DELETE FROM ${table} WHERE instr(facts, ?) > 0`).run(JSON.stringify(identity))
}

function countOf(db: Database, channels: readonly number[]): Forgotten {
  const sum = (sql: string): number => channels.reduce((total, id) => total + (db.prepare<[number], number>(sql).pluck().get(id) ?? 0), 0)
  return {
    days: sum('SELECT count(DISTINCT day) FROM receipts WHERE channel_id = ?'),
    rows: figureTables(db).reduce((total, table) => total + sum(`SELECT count(*) FROM ${table} WHERE channel_id = ?`), 0),
  }
}
