import type { Database } from 'better-sqlite3'
import type { Finding, KeptFinding } from '../../../../shared/domain/finding.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

/** Kept at most; the ones not seen for longest go first. Names of columns come from outside. */
const MOST_KEPT = 1_000

const NEWEST = `SELECT source, kind, column_name AS "column", why, document_id AS documentId, channel_id AS channelId, last_seen AS at,
    first_seen AS firstAt, times
  FROM findings ORDER BY last_seen DESC, finding_id DESC LIMIT ?`

export function createFindingReads(db: Database): ReadStores['findings'] {
  return { newest: async (limit) => db.prepare<[number], KeptFinding>(NEWEST).all(limit) }
}

export function createFindingWrites(db: Database): WriteStores['findings'] {
  return { note: async (findings) => noteFindings(db, findings) }
}

/** Counts what was found before once more, under the newest document; documents do not arrive in the order they were asked for. */
export function noteFindings(db: Database, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  const write = db.prepare(
    `INSERT INTO findings (source, kind, column_name, why, document_id, channel_id, first_seen, last_seen, times)
     VALUES (@source, @kind, @column, @why, @documentId, @channelId, @at, @at, 1)
     ON CONFLICT (source, kind, column_name) DO UPDATE SET first_seen = min(first_seen, excluded.first_seen), times = times + 1`,
  )
  const rename = db.prepare(
    `UPDATE findings SET why = @why, document_id = @documentId, channel_id = @channelId, last_seen = @at
     WHERE source = @source AND kind = @kind AND column_name = @column AND last_seen <= @at`,
  )
  db.transaction(() => {
    for (const finding of findings) {
      write.run(finding)
      rename.run(finding)
    }
    db.prepare(
      'DELETE FROM findings WHERE finding_id NOT IN (SELECT finding_id FROM findings ORDER BY last_seen DESC, finding_id DESC LIMIT ?)',
    ).run(MOST_KEPT)
  }).immediate()
}
