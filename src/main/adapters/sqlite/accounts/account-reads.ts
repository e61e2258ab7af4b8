import type { Database } from 'better-sqlite3'
import type { ReadStores } from '../store-parts.ts'
import { toAccount, toAuthorization, toChannel, type AccountRow, type AuthorizationRow, type ChannelRow } from './account-rows.ts'

const CHANNELS =
  'SELECT channels.*, coalesce(channels.added_at, accounts.connected_at) AS connected_at, accounts.ads_connected_at FROM channels JOIN accounts ON accounts.id = channels.account_id ORDER BY channels.id'

export function createAccountReads(db: Database): ReadStores['accounts'] {
  return {
    accounts: async () => db.prepare<[], AccountRow>('SELECT * FROM accounts ORDER BY name, id').all().map(toAccount),
    channels: async () => db.prepare<[], ChannelRow>(CHANNELS).all().map(toChannel),
    authorizations: async () =>
      db.prepare<[], AuthorizationRow>('SELECT * FROM authorizations ORDER BY account_id, family DESC').all().map(toAuthorization),
  }
}
