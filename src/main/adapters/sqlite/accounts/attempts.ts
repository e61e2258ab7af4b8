import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Attempt, AttemptState } from '../../../../shared/domain/attempt.ts'
import type { AccountId, AttemptId } from '../../../../shared/domain/ids.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'
import { addActivity } from './activity.ts'

interface AttemptRow {
  readonly id: string
  readonly account_id: string | null
  readonly family: Attempt['family']
  readonly kind: Attempt['kind']
  readonly region: Attempt['region']
  readonly issuer: Attempt['issuer']
  readonly country: string
  readonly expected_identity: string | null
  readonly ticket_hash: string
  readonly short_code: string
  readonly opened_at: number
  readonly runs_out_at: number
  readonly state: string
}

export function createAttemptReads(db: Database): ReadStores['attempts'] {
  return {
    read: async (id) => {
      const row = db.prepare<[string], AttemptRow>('SELECT * FROM attempts WHERE id = ?').get(id)
      return row ? toAttempt(row) : null
    },
    standing: async () =>
      db.prepare<[], AttemptRow>(`SELECT * FROM attempts WHERE state_kind <> 'ended' ORDER BY opened_at, id`).all().map(toAttempt),
  }
}

export function createAttemptWrites(db: Database): WriteStores['attempts'] {
  return {
    open: async (attempt, activity) => {
      db.transaction(() => {
        db.prepare(
          `INSERT INTO attempts (id, account_id, family, kind, region, issuer, country, expected_identity, ticket_hash, short_code, opened_at, runs_out_at, state_kind, state)
           VALUES (@id, @accountId, @family, @kind, @region, @issuer, @country, @expectedIdentity, @ticketHash, @shortCode, @openedAt, @runsOutAt, @stateKind, @state)`,
        ).run({ ...attempt, stateKind: attempt.state.kind, state: JSON.stringify(attempt.state) })
        addActivity(db, activity)
      }).immediate()
    },
    move: async (id, from, to, activity) =>
      db
        .transaction(() => {
          const moved = db
            .prepare('UPDATE attempts SET state_kind = ?, state = ? WHERE id = ? AND state_kind = ?')
            .run(to.kind, JSON.stringify(to), id, from)
          if (moved.changes === 0) return false
          if (activity) addActivity(db, activity)
          return true
        })
        .immediate(),
  }
}

function toAttempt(row: AttemptRow): Attempt {
  return {
    id: brand<AttemptId>(row.id),
    accountId: row.account_id === null ? null : brand<AccountId>(row.account_id),
    family: row.family,
    kind: row.kind,
    region: row.region,
    issuer: row.issuer,
    country: row.country,
    expectedIdentity: row.expected_identity,
    ticketHash: row.ticket_hash,
    shortCode: row.short_code,
    openedAt: row.opened_at,
    runsOutAt: row.runs_out_at,
    state: JSON.parse(row.state) as AttemptState,
  }
}
