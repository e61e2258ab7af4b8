import type { Topic } from '../../../shared/contract/events.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import type { AppConfig } from '../app-config.ts'
import type { Authorizations } from '../authorization/create-authorization.ts'
import type { CoverageBook } from '../channels/coverage-book.ts'
import type { AccountHealth } from '../channels/health-shape.ts'
import type { Snapshot } from '../channels/snapshot.ts'
import type { Keeping } from '../keeping/create-keeping.ts'
import type { Ports } from '../ports/ports.ts'
import type { AccountProgress, Sync } from '../ports/sync-progress.ts'
import type { Rereading } from '../rereading/create-rereading.ts'
import type { Reports } from '../reports/index.ts'
import type { NetworkView } from './network.ts'

/** One look at everything, taken at one moment. */
export interface Look {
  readonly snapshot: Snapshot
  readonly health: readonly AccountHealth[]
  readonly progress: readonly AccountProgress[]
}

/** What the calls stand on; made by `app.ts`. */
export interface Desk {
  readonly ports: Ports
  readonly config: AppConfig
  readonly authorization: Authorizations
  readonly sync: Sync
  readonly book: CoverageBook
  readonly reports: Reports
  readonly keeping: Keeping
  readonly rereading: Rereading
  /** A look that is at most a moment old. */
  look(): Promise<Look>
  changed(...topics: Topic[]): void
  connectivity(): NetworkView
  channel(id: ChannelId): Promise<Channel | null>
}
