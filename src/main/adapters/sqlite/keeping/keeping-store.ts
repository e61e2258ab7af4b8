import type { Database } from 'better-sqlite3'
import type { GatheredWrites } from '../database/gather-writes.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'
import { countBefore, forgetBefore } from './forget-before.ts'
import { dropKeptBefore, dropKeptDocuments } from './kept-documents.ts'
import { purgeAccount, wipeFreed } from './purge-account.ts'

export function createKeepingReads(db: Database): ReadStores['keeping'] {
  return { before: async (channelId, day) => countBefore(db, channelId, day) }
}

/** `keptIn`: folder of refused documents, which may hold rows of a purged account; null where none are kept. */
export function createKeepingWrites(db: Database, keptIn: string | null, gathered: Pick<GatheredWrites, 'flush'>): WriteStores['keeping'] {
  return {
    forgetBefore: async (channelId, day) => {
      const forgotten = forgetBefore(db, channelId, day)
      if (keptIn !== null) dropKeptBefore(keptIn, channelId, day)
      return forgotten
    },
    wantFrom: async (channelId, day) => {
      db.prepare('UPDATE channels SET wanted_from = min(wanted_from, ?) WHERE id = ?').run(day, channelId)
    },
    purge: async (accountId) => {
      gathered.flush()
      const { runIds, channelIds, ...found } = purgeAccount(db, accountId)
      if (keptIn !== null) dropKeptDocuments(keptIn, { runIds, channelIds })
      return { ...found, wiped: wipeFreed(db) }
    },
  }
}
