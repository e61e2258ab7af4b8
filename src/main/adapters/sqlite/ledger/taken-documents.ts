import type { Database } from 'better-sqlite3'
import type { TakenDocument } from '../../../../shared/domain/listing.ts'
import type { StatementFacts } from '../../../datasets/document.ts'

/** A stretch of instants, half-open. */
export interface Stretch {
  readonly startsAt: number
  readonly endsAt: number
}

/** Files write whole seconds, so a period may be written as ending in the last second before the next. */
const SEAM_MS = 1000

interface TakenRow {
  readonly document_id: string
  readonly taken_at: number
  readonly starts_at: number | null
  readonly ends_at: number | null
}

export function readTaken(db: Database, channelId: number, dataset: string): TakenDocument[] {
  return db
    .prepare<[number, string], TakenRow>(
      'SELECT document_id, taken_at, starts_at, ends_at FROM taken_documents WHERE channel_id = ? AND dataset = ? ORDER BY document_id',
    )
    .all(channelId, dataset)
    .map((row) => ({
      documentId: row.document_id,
      takenAt: row.taken_at,
      owns: row.starts_at === null || row.ends_at === null ? null : { startsAt: row.starts_at, endsAt: row.ends_at },
    }))
}

/** Notes a document as taken; when it was first taken stays. */
export function noteTaken(
  db: Database,
  draft: {
    readonly channelId: number
    readonly dataset: string
    readonly documentId: string
    readonly takenAt: number
    readonly runId: string
  },
  says: StatementFacts | null,
): void {
  const facts = says ?? { name: null, startsAt: null, endsAt: null, paidAt: null, totalMinor: null, currency: null }
  db.prepare(
    `INSERT INTO taken_documents (channel_id, dataset, document_id, taken_at, run_id, name, starts_at, ends_at, paid_at, total_minor, currency)
     VALUES (@channelId, @dataset, @documentId, @takenAt, @runId, @name, @startsAt, @endsAt, @paidAt, @totalMinor, @currency)
     ON CONFLICT (channel_id, dataset, document_id) DO UPDATE SET run_id = excluded.run_id, name = excluded.name, starts_at = excluded.starts_at,
       ends_at = excluded.ends_at, paid_at = excluded.paid_at, total_minor = excluded.total_minor, currency = excluded.currency`,
  ).run({ ...draft, ...facts })
}

/** The stretches that taken documents own together, joined where one begins as another ends. */
export function ownedStretches(taken: readonly TakenDocument[]): Stretch[] {
  const sorted = taken.flatMap(({ owns }) => (owns === null ? [] : [owns])).sort((a, b) => a.startsAt - b.startsAt)
  const joined: Stretch[] = []
  for (const one of sorted) {
    const last = joined.at(-1)
    if (last && one.startsAt <= last.endsAt + SEAM_MS) joined[joined.length - 1] = { ...last, endsAt: Math.max(last.endsAt, one.endsAt) }
    else joined.push(one)
  }
  return joined
}
