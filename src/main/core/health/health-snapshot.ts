import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { LoginWeatherEntry } from '../../../shared/domain/judge-outage.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'

/** What coverage says about one dataset of one channel, as far as health needs it. */
export interface DatasetStanding {
  readonly channel: Pick<Channel, 'id' | 'accountId'>
  readonly dataset: Pick<Dataset, 'id' | 'title' | 'family' | 'timing'>
  /** Oldest first; empty for snapshots. */
  readonly days: readonly Pick<CoverageDay, 'fetchedAt'>[]
  readonly freshTo: Day | null
  readonly wantedDays: number
  readonly fetchableDays: number
  readonly lostDays: number
  /** The next missing day that leaves Amazon. */
  readonly leaving: { readonly day: Day; readonly leavesAt: Instant } | null
  /** When a snapshot was last taken. */
  readonly takenAt: Instant | null
}

/** Everything health is computed from, read at one moment. */
export interface HealthSnapshot {
  readonly now: Instant
  readonly online: boolean
  readonly demo: boolean
  /** Days before an end from which it is *expiring soon*. */
  readonly expiringDays: number
  readonly accounts: readonly AmazonAccount[]
  readonly channels: readonly Channel[]
  readonly authorizations: readonly Authorization[]
  readonly access: readonly AccessRecord[]
  readonly facts: readonly DatasetStanding[]
  readonly progress: readonly AccountProgress[]
  /** Answers of the login endpoint, from the authorization feature. */
  readonly loginWeather: readonly LoginWeatherEntry[]
}
