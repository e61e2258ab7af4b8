import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { DatasetAccess } from '../../../../shared/domain/access.ts'
import type { ChannelId, DatasetId } from '../../../../shared/domain/ids.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

interface AccessRow {
  readonly channel_id: number
  readonly dataset: string
  readonly answer: DatasetAccess['answer']
  readonly checked_at: number
  readonly evidence: string | null
}

export function createAccessReads(db: Database): ReadStores['access'] {
  return {
    all: async () =>
      db
        .prepare<[], AccessRow>('SELECT * FROM dataset_access ORDER BY channel_id, dataset')
        .all()
        .map((row) => ({
          channelId: brand<ChannelId>(row.channel_id),
          dataset: brand<DatasetId>(row.dataset),
          access: { answer: row.answer, checkedAt: row.checked_at, evidence: row.evidence },
        })),
  }
}

export function createAccessWrites(db: Database): WriteStores['access'] {
  return {
    save: async (records) => {
      const save = db.prepare(
        `INSERT INTO dataset_access (channel_id, dataset, answer, checked_at, evidence) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (channel_id, dataset) DO UPDATE SET answer = excluded.answer, checked_at = excluded.checked_at, evidence = excluded.evidence`,
      )
      db.transaction(() => {
        for (const { channelId, dataset, access } of records) save.run(channelId, dataset, access.answer, access.checkedAt, access.evidence)
      }).immediate()
    },
  }
}
