import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { AccountId, ChannelId, NoticeId } from '../../../../shared/domain/ids.ts'
import type { Notice } from '../../../../shared/domain/notice.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

interface NoticeRow {
  readonly id: string
  readonly key: string
  readonly code: Notice['code']
  readonly account_id: string | null
  readonly channel_id: number | null
  readonly facts: string
  readonly posted_at: number
  readonly seen_at: number | null
  readonly withdrawn_at: number | null
}

export function createNoticeReads(db: Database): ReadStores['notices'] {
  return {
    newest: async (limit) =>
      db.prepare<[number], NoticeRow>('SELECT * FROM notices ORDER BY posted_at DESC, id DESC LIMIT ?').all(limit).map(toNotice),
    standing: async () =>
      db.prepare<[], NoticeRow>('SELECT * FROM notices WHERE withdrawn_at IS NULL ORDER BY posted_at DESC, id DESC').all().map(toNotice),
  }
}

export function createNoticeWrites(db: Database): WriteStores['notices'] {
  return {
    post: async (notice) =>
      db
        .prepare(
          `INSERT INTO notices (id, key, code, account_id, channel_id, facts, posted_at, seen_at, withdrawn_at)
           VALUES (@id, @key, @code, @accountId, @channelId, @facts, @postedAt, @seenAt, @withdrawnAt)
           ON CONFLICT (key) WHERE withdrawn_at IS NULL DO NOTHING`,
        )
        .run({ ...notice, facts: JSON.stringify(notice.facts) }).changes === 1,
    withdraw: async (key, at) =>
      db
        .prepare<[number, string], string>('UPDATE notices SET withdrawn_at = ? WHERE key = ? AND withdrawn_at IS NULL RETURNING id')
        .pluck()
        .all(at, key)
        .map((id) => brand<NoticeId>(id)),
    markSeen: async (ids, at) => {
      const see = db.prepare('UPDATE notices SET seen_at = ? WHERE id = ? AND seen_at IS NULL')
      db.transaction(() => ids.forEach((id) => see.run(at, id))).immediate()
    },
  }
}

function toNotice(row: NoticeRow): Notice {
  return {
    id: brand<NoticeId>(row.id),
    key: row.key,
    code: row.code,
    accountId: row.account_id === null ? null : brand<AccountId>(row.account_id),
    channelId: row.channel_id === null ? null : brand<ChannelId>(row.channel_id),
    facts: JSON.parse(row.facts) as Notice['facts'],
    postedAt: row.posted_at,
    seenAt: row.seen_at,
    withdrawnAt: row.withdrawn_at,
  }
}
