import type { AccountId, ChannelId, DatasetId, Instant, RunId } from '../../../shared/domain/ids.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { RunOutcome, RunReason, SyncRun } from '../../../shared/domain/run.ts'

/** Why a slice is not being performed right now. */
export type WaitCode = 'quota' | 'amazon-prepares' | 'back-off' | 'permission-missing' | 'no-access' | 'offline' | 'its-turn' | 'paused'

export interface Waiting {
  readonly accountId: AccountId
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly code: WaitCode
  readonly until: Instant | null
}

export interface PlannedSlice {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly request: 'days' | 'changes'
  readonly from: Day
  readonly until: Day
  readonly reason: RunReason
  /** Last day on which the oldest missing day of the slice can still be fetched; null when nothing is at risk. */
  readonly leavesOn: Day | null
}

/** What the sync feature knows about one account now; views, health and the tray read it. */
export interface AccountProgress {
  readonly accountId: AccountId
  readonly running: readonly SyncRun[]
  readonly planned: readonly PlannedSlice[]
  readonly waiting: readonly Waiting[]
  /** Computed end of everything planned, by the learned quotas; null when nothing is planned. */
  readonly readyAt: Instant | null
  readonly nextCycleAt: Instant | null
  /** Correlated or single trouble of the last tries, newest first. */
  readonly troubles: readonly { readonly at: Instant; readonly kind: string; readonly family: 'selling' | 'advertising' }[]
  readonly lastSuccessAt: Instant | null
}

export interface CycleReport {
  readonly outcome: RunOutcome
  readonly runs: readonly {
    readonly id: RunId
    readonly channelId: ChannelId
    readonly dataset: DatasetId
    readonly from: Day
    readonly until: Day
    readonly reason: RunReason
    readonly outcome: RunOutcome
    readonly rows: number
  }[]
  readonly waitingFor: readonly Waiting[]
}

export type WakeReason = 'start' | 'reconnected' | 'resume' | 'online' | 'requested' | 'timer'

/** The scheduler, as the rest of the core sees it. */
export interface Sync {
  start(): void
  stop(): Promise<void>
  /** Starts a cycle at once for one account, or for all. */
  wake(reason: WakeReason, accountId: AccountId | null): void
  setOnline(online: boolean): void
  /** One full cycle to the end (or until the signal); used by the command line. */
  runOnce(order: {
    readonly accountId: AccountId | null
    readonly signal: AbortSignal
    readonly onProgress: (done: number, total: number) => void
  }): Promise<CycleReport>
  progress(): readonly AccountProgress[]
  /** Ends an account's work for good; resolves when nothing of it is under way. */
  leave(accountId: AccountId): Promise<void>
  /** True while accounts fail alike at one of Amazon's doors and none succeeds there. */
  isOutage(family: ApiFamily, region: Region): boolean
  /** Called after every commit, plan or state change. */
  onChange(listener: () => void): () => void
}
