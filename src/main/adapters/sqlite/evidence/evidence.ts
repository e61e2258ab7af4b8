import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Evidence, KeptEvidence } from '../../../../shared/domain/evidence.ts'
import type { AccountId, ChannelId, DatasetId } from '../../../../shared/domain/ids.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'
import { EVIDENCE_ROWS, SAID_LENGTH } from './policy.ts'

interface EvidenceRow {
  readonly at: number
  readonly account_id: string | null
  readonly family: Evidence['family']
  readonly channel_id: number | null
  readonly dataset: string | null
  readonly source: string
  readonly outcome: Evidence['outcome']
  readonly said: string
  readonly first_at: number
  readonly times: number
}

/** The expressions of the unique index, so that it is used. */
const SCOPE = `source = @source AND COALESCE(account_id, '') = COALESCE(@accountId, '') AND COALESCE(family, '') = COALESCE(@family, '')
  AND COALESCE(channel_id, 0) = COALESCE(@channelId, 0) AND COALESCE(dataset, '') = COALESCE(@dataset, '')`

export function createEvidenceReads(db: Database): ReadStores['evidence'] {
  return {
    kept: async ({ accountId, limit }) =>
      accountId === undefined
        ? db.prepare<[number], EvidenceRow>('SELECT * FROM evidence ORDER BY id DESC LIMIT ?').all(limit).map(toKept)
        : db
            .prepare<[string, number], EvidenceRow>(
              'SELECT * FROM evidence WHERE account_id = ? OR account_id IS NULL ORDER BY id DESC LIMIT ?',
            )
            .all(accountId, limit)
            .map(toKept),
  }
}

export function createEvidenceWrites(db: Database): WriteStores['evidence'] {
  return { note: async (evidence) => db.transaction(() => note(db, evidence)).immediate() }
}

/** Goes on with the row of this outcome while it is the newest of its scope; another outcome in between starts it anew. */
function note(db: Database, evidence: Evidence): void {
  const parameters = { ...evidence, said: evidence.said.slice(0, SAID_LENGTH) }
  const newest = db
    .prepare<[typeof parameters], EvidenceRow>(`SELECT * FROM evidence WHERE ${SCOPE} ORDER BY id DESC LIMIT 1`)
    .get(parameters)
  const before = newest?.outcome === evidence.outcome ? newest : null
  db.prepare(
    `INSERT OR REPLACE INTO evidence (at, account_id, family, channel_id, dataset, source, outcome, said, first_at, times)
     VALUES (@at, @accountId, @family, @channelId, @dataset, @source, @outcome, @said, @firstAt, @times)`,
  ).run({ ...parameters, firstAt: before?.first_at ?? evidence.at, times: (before?.times ?? 0) + 1 })
  db.prepare('DELETE FROM evidence WHERE id <= (SELECT id FROM evidence ORDER BY id DESC LIMIT 1 OFFSET ?)').run(EVIDENCE_ROWS)
}

function toKept(row: EvidenceRow): KeptEvidence {
  return {
    at: row.at,
    accountId: row.account_id === null ? null : brand<AccountId>(row.account_id),
    family: row.family,
    channelId: row.channel_id === null ? null : brand<ChannelId>(row.channel_id),
    dataset: row.dataset === null ? null : brand<DatasetId>(row.dataset),
    source: row.source,
    outcome: row.outcome,
    said: row.said,
    firstAt: row.first_at,
    times: row.times,
  }
}
