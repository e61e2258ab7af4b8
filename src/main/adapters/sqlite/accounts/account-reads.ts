import type { Database } from 'better-sqlite3'
import type { ReadStores } from '../store-parts.ts'
import { toAccount, toAuthorization, toChannel, type AccountRow, type AuthorizationRow, type ChannelRow } from './account-rows.ts'

export function createAccountReads(db: Database): ReadStores['accounts'] {
  return {
    accounts: async () => db.prepare<[], AccountRow>('SELECT * FROM accounts ORDER BY name, id').all().map(toAccount),
    channels: async () => db.prepare<[], ChannelRow>('SELECT * FROM channels ORDER BY id').all().map(toChannel),
    authorizations: async () =>
      db.prepare<[], AuthorizationRow>('SELECT * FROM authorizations ORDER BY account_id, family DESC').all().map(toAuthorization),
  }
}
