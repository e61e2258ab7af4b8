import type { AccountId } from '../../../shared/domain/ids.ts'
import { EVIDENCE_READ, RUNS_READ } from '../diagnose/policy.ts'
import type { Sources } from '../diagnose/sources.ts'
import type { Desk } from './desk.ts'

const ACTIVITY_READ = 100

/** Everything stored and remembered about one account, and as much of the others as tells whether they fare the same. */
export async function readSources(desk: Desk, accountId: AccountId): Promise<Sources> {
  const { stores, clock } = desk.ports
  const [{ snapshot, health, progress }, runs, kept, attempts, activity] = await Promise.all([
    desk.look(),
    stores.runs.newest({ accountId, limit: RUNS_READ }),
    stores.evidence.kept({ accountId, limit: EVIDENCE_READ }),
    stores.attempts.standing(),
    stores.activity.newest({ accountId, limit: ACTIVITY_READ }),
  ])
  return {
    now: clock.now(),
    accounts: snapshot.accounts,
    channels: snapshot.channels,
    authorizations: snapshot.authorizations,
    access: snapshot.access,
    held: snapshot.facts,
    statuses: health,
    progress,
    runs,
    kept,
    attempts,
    activity,
    rights: desk.config.rights,
  }
}
