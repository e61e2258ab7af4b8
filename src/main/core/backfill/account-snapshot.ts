import type { DatasetAccess } from '../../../shared/domain/access.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { ChannelId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { IdCounts } from '../ports/ledger-store.ts'
import type { Dataset } from '../../datasets/dataset.ts'

/** Both ends included. */
export interface OutdatedSpan {
  readonly since: Instant
  readonly through: Instant
}

/** One dataset of one channel as the planner sees it. */
export interface PlanLine {
  readonly channel: Channel
  readonly dataset: Dataset
  /** Every day from the channel's first wanted day to the publish edge (empty for snapshots). */
  readonly days: readonly CoverageDay[]
  readonly access: DatasetAccess | null
  /** When the snapshot was last taken; null for events and before the first. */
  readonly takenAt: Instant | null
  /** When changes were last brought, or Amazon's list was last read whole; null before the first time. */
  readonly changesThrough: Instant | null
  /** Days fetched in this time lack a column that is taken now; left out where there are none. */
  readonly outdated?: OutdatedSpan
  /** Products a request by id can ask for; left out for every other request. */
  readonly ids?: IdCounts
}

/** A run that failed for a reason of its own (not Amazon's weather): its days wait, then go out in smaller pieces. */
export interface FailedTry {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly request: SyncRun['request']
  readonly from: number
  readonly until: number
  readonly at: Instant
}

/** Days another run is bringing already. */
export type Underway = Pick<SyncRun, 'channelId' | 'dataset' | 'request' | 'from' | 'until'>

/** Everything the plan of one account is computed from, read at one moment. */
export interface AccountSnapshot {
  readonly now: Instant
  readonly lines: readonly PlanLine[]
  /** What runs that have not ended bring; it is not planned again. */
  readonly standing: readonly Underway[]
  readonly failures: readonly FailedTry[]
  /** When a dataset of a channel last committed; small pieces are tried only where anything works at all. */
  readonly lastCommitted: ReadonlyMap<string, Instant>
  /** A person asked: waits after failures are skipped once, snapshots and changes are brought now. */
  readonly requested: boolean
}

export function lineKey(channelId: ChannelId, dataset: DatasetId): string {
  return `${channelId}/${dataset}`
}
