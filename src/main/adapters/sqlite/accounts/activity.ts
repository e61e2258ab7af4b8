import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Activity } from '../../../../shared/domain/activity.ts'
import type { AccountId, ChannelId } from '../../../../shared/domain/ids.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

interface ActivityRow {
  readonly at: number
  readonly account_id: string | null
  readonly channel_id: number | null
  readonly kind: Activity['kind']
  readonly facts: string
}

export function createActivityReads(db: Database): ReadStores['activity'] {
  return {
    newest: async ({ accountId, limit }) =>
      accountId === undefined
        ? db.prepare<[number], ActivityRow>('SELECT * FROM activities ORDER BY at DESC, id DESC LIMIT ?').all(limit).map(toActivity)
        : db
            .prepare<[string, number], ActivityRow>('SELECT * FROM activities WHERE account_id = ? ORDER BY at DESC, id DESC LIMIT ?')
            .all(accountId, limit)
            .map(toActivity),
  }
}

export function createActivityWrites(db: Database): WriteStores['activity'] {
  return { add: async (activity) => addActivity(db, activity) }
}

/** One line of the time-line, in the caller's transaction. */
export function addActivity(db: Database, activity: Activity): void {
  db.prepare('INSERT INTO activities (at, account_id, channel_id, kind, facts) VALUES (?, ?, ?, ?, ?)').run(
    activity.at,
    activity.accountId,
    activity.channelId,
    activity.kind,
    JSON.stringify(activity.facts),
  )
}

function toActivity(row: ActivityRow): Activity {
  return {
    at: row.at,
    accountId: row.account_id === null ? null : brand<AccountId>(row.account_id),
    channelId: row.channel_id === null ? null : brand<ChannelId>(row.channel_id),
    kind: row.kind,
    facts: JSON.parse(row.facts) as Activity['facts'],
  }
}
