import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { PlanLine } from '../backfill/account-snapshot.ts'
import type { Door } from './door.ts'
import type { Gates } from './gates.ts'
import type { RunBook } from './run-book.ts'
import type { Slots } from './slots.ts'
import type { SyncWorld } from './sync-world.ts'

/** Everything one run needs while it is performed. */
export interface RunDesk {
  readonly world: SyncWorld
  readonly account: AmazonAccount
  readonly channel: Channel
  readonly dataset: Dataset
  /** The account's channels with the days they hold of this dataset, this one among them. */
  readonly siblings: readonly Pick<PlanLine, 'channel' | 'days'>[]
  readonly door: Door
  readonly gates: Gates
  readonly ingests: Slots
  readonly book: RunBook
  /** Lines (channel/dataset) whose permission is known to be granted. */
  readonly granted: Set<string>
  /** Lines refused once, since when; a second refusal decides. */
  readonly doubted: Map<string, number>
  /** What the store knew of this line's permission when the account was last read. */
  readonly isRefused: boolean
  readonly urgent: boolean
  readonly signal: AbortSignal
  /** Tells the progress when the run will be looked at again; nothing durable. */
  readonly onWaiting: (run: SyncRun) => void
}
