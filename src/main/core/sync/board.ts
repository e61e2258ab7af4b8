import type { ChannelId, DatasetId, Instant, RunId } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { FailedTry } from '../backfill/account-snapshot.ts'
import type { AccountProgress, CycleReport, PlannedSlice } from '../ports/sync-progress.ts'

/** A run or slice on its way; `run` is null until its first row is written. */
export interface Piece {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly request: SyncRun['request']
  readonly slice: PlannedSlice
  run: SyncRun | null
  readonly family: ApiFamily
  readonly bucket: string
  readonly urgent: boolean
}

/** What one account's engine remembers between two readings of the stores. Times named `Mono` are monotonic. */
export interface Board {
  queue: readonly PlannedSlice[]
  /** Durable runs of an earlier moment that are to be taken up first. */
  resumable: readonly SyncRun[]
  readonly inFlight: Set<Piece>
  /** Standing runs that rest, by when they may be taken up. */
  readonly parked: Map<RunId, { readonly run: SyncRun; readonly untilMono: number }>
  /** Lines that rest after trouble of their own. */
  readonly resting: Map<string, { readonly failures: number; readonly untilMono: number }>
  readonly failures: FailedTry[]
  /** Slices of a line that failed of themselves in a row, without a commit between. */
  readonly failedInARow: Map<string, number>
  readonly lastCommitted: Map<string, Instant>
  /** Slices committed lately: one that would come back at once is damaged beyond our mending and waits. */
  readonly committedMono: Map<string, number>
  /** Runs that ended in this process; a reading begun earlier may still list them. */
  readonly ended: Set<RunId>
  /** Lines whose permission is known to be granted, so that it is written once. */
  readonly granted: Set<string>
  /** Lines that were refused for want of a permission, since when (monotonic), while that is not believed yet. */
  readonly doubted: Map<string, number>
  /** Whether the queue holds a recent or leaving slice that spends from the buckets of reports. */
  hasUrgentReports: boolean
  readonly records: CycleReport['runs'][number][]
  troubles: AccountProgress['troubles']
  lastSuccessAt: Instant | null
}

export function createBoard(): Board {
  return {
    queue: [],
    resumable: [],
    inFlight: new Set(),
    parked: new Map(),
    resting: new Map(),
    failures: [],
    failedInARow: new Map(),
    lastCommitted: new Map(),
    committedMono: new Map(),
    ended: new Set(),
    granted: new Set(),
    doubted: new Map(),
    hasUrgentReports: false,
    records: [],
    troubles: [],
    lastSuccessAt: null,
  }
}

export function sliceKey({
  channelId,
  dataset,
  request,
  from,
  until,
}: Pick<PlannedSlice, 'channelId' | 'dataset' | 'request' | 'from' | 'until'>): string {
  return `${channelId}/${dataset}/${request}/${from}/${until}`
}
