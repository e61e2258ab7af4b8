import type { Database } from 'better-sqlite3'
import type { GatheredWrites } from '../database/gather-writes.ts'
import { keptStatement } from '../database/kept-statement.ts'
import type { QuotaMark } from '../../../core/ports/quota-store.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

export function createQuotaReads(db: Database): ReadStores['quota'] {
  return {
    marks: async () =>
      db
        .prepare<[], QuotaMark>(
          'SELECT account_id AS bucketKey, region, operation, tokens, per_second AS perSecond, burst, burst_at AS burstAt, shrinks, at FROM quota_marks',
        )
        .all(),
  }
}

/** Every call leaves a mark, and most go with a step of a run: they are written together with those. */
export function createQuotaWrites(db: Database, gathered: GatheredWrites): WriteStores['quota'] {
  return { keep: (mark) => gathered.add(() => void keptStatement<QuotaMark>(db, KEEP).run({ ...mark })) }
}

const KEEP = `INSERT INTO quota_marks (account_id, region, operation, tokens, per_second, burst, burst_at, shrinks, at)
  VALUES (@bucketKey, @region, @operation, @tokens, @perSecond, @burst, @burstAt, @shrinks, @at)
  ON CONFLICT (account_id, region, operation) DO UPDATE SET tokens = excluded.tokens, per_second = excluded.per_second,
    burst = excluded.burst, burst_at = excluded.burst_at, shrinks = excluded.shrinks, at = excluded.at WHERE excluded.at >= at`
