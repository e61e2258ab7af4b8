import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Activity } from '../../../shared/domain/activity.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { KeptEvidence } from '../../../shared/domain/evidence.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { AccountId, ChannelId, Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Status } from '../../../shared/domain/status.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'

/** What is held of one dataset of one channel, as far as a diagnosis tells its cost. */
export interface HeldDataset {
  readonly channel: { readonly id: ChannelId; readonly accountId: AccountId }
  readonly dataset: Pick<Dataset, 'id' | 'title' | 'family' | 'amazonRole'>
  readonly fetchableDays: number
  readonly lostDays: number
  readonly leaving: { readonly day: Day; readonly leavesAt: Instant } | null
}

export interface StatusOf {
  readonly accountId: AccountId
  readonly statuses: readonly Status[]
}

/** Everything stored or remembered that a diagnosis starts from, read at one moment. */
export interface Sources {
  readonly now: Instant
  readonly accounts: readonly AmazonAccount[]
  readonly channels: readonly Channel[]
  readonly authorizations: readonly Authorization[]
  readonly access: readonly AccessRecord[]
  readonly held: readonly HeldDataset[]
  readonly statuses: readonly StatusOf[]
  readonly progress: readonly AccountProgress[]
  /** Newest first. */
  readonly runs: readonly SyncRun[]
  readonly kept: readonly KeptEvidence[]
  readonly attempts: readonly Attempt[]
  /** Newest first. */
  readonly activity: readonly Activity[]
  readonly rights: 'full' | 'reading'
}
