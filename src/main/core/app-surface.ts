import type { EventMessage } from '../../shared/contract/wire.ts'
import type { CoverageDay } from '../../shared/domain/coverage.ts'
import type { Day } from '../../shared/domain/day.ts'
import type { Dispatch } from './dispatch.ts'
import type { CycleReport, WakeReason } from './ports/sync-progress.ts'

/** What a host's network hint may say; `unknown` leaves it to real requests. */
export type Connectivity = 'online' | 'offline' | 'unknown'

export interface CoverageFilter {
  readonly channelId: number | null
  readonly dataset: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** The whole core as a host sees it: carry `dispatch`, forward events, tell it about the machine. */
export interface App {
  readonly dispatch: Dispatch
  subscribe(listener: (event: EventMessage) => void): () => void
  /** Picks up what a restart left standing and starts the scheduler. */
  start(): Promise<void>
  /** Stops within two seconds; durable runs go on at the next start. */
  stop(): Promise<void>
  wake(reason: WakeReason): void
  connectivityChanged(hint: Connectivity): void
  /** A callback address that reached the host outside a consent surface (second instance, open-url, first launch). */
  completeCallback(url: string): Promise<void>
  /** A click on a notice or a tray entry: shows the place in the window. */
  navigate(accountId: string | null): void
  /** One full cycle to the end; the command line's `sync --once`. */
  runOnce(order: {
    readonly accountId: string | null
    readonly signal: AbortSignal
    readonly onProgress: (done: number, total: number) => void
  }): Promise<CycleReport>
  /** Every day's state with its content hash recomputed from the rows. */
  auditCoverage(filter: CoverageFilter): Promise<readonly CoverageDay[]>
}
