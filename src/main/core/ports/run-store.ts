import type { AccountId, Instant, RunId } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'

/** Durable runs. `committed` is written by the ledger in the transaction of the rows, never here. */
export interface RunStore {
  /** Runs that have not ended, oldest first. */
  standing(): Promise<readonly SyncRun[]>
  add(runs: readonly SyncRun[]): Promise<void>
  /** Replaces the row; refuses (false) when the run already ended or committed. */
  advance(run: SyncRun): Promise<boolean>
  newest(filter: { readonly accountId?: AccountId; readonly limit: number }): Promise<readonly SyncRun[]>
  /** Ends runs of an account that can no longer go on (refused, paused). */
  stopAll(accountId: AccountId, at: Instant, trouble: string): Promise<readonly RunId[]>
}
