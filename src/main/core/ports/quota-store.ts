import type { Instant } from '../../../shared/domain/ids.ts'
import type { Region } from '../../../shared/domain/region.ts'

/** How full one operation's bucket of one account was at an instant. */
export interface QuotaMark {
  /** The account's id: Amazon counts per account, application, region and operation. */
  readonly bucketKey: string
  readonly region: Region
  readonly operation: string
  readonly tokens: number
  /** As learned: requests per second, and how many may be saved up. */
  readonly perSecond: number
  readonly burst: number
  /** When the burst last changed, and how often it was found too large. */
  readonly burstAt: Instant
  readonly shrinks: number
  readonly at: Instant
}

/** Remembers allowances over a restart. */
export interface QuotaStore {
  marks(): Promise<readonly QuotaMark[]>
  keep(mark: QuotaMark): Promise<void>
}
