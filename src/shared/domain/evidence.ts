import type { Cause } from './cause.ts'
import type { AccountId, ChannelId, DatasetId, Instant } from './ids.ts'
import type { ApiFamily } from './region.ts'

/**
 * One answer (or silence) worth remembering, kept so that a diagnosis can be made later and offline. Holds codes, ids and
 * instants only: never a secret, an address with parameters, or text that a person wrote.
 */
export interface Evidence {
  readonly at: Instant
  /** Null where it concerns this computer and not one account. */
  readonly accountId: AccountId | null
  readonly family: ApiFamily | null
  readonly channelId: ChannelId | null
  readonly dataset: DatasetId | null
  /** What was asked: `renewal`, `redeem`, `report`, `query`, `document`, `disk`, or the name of an operation such as `listTransactions`. */
  readonly source: string
  readonly outcome: 'fine' | Cause
  /** What was observed: HTTP status, Amazon's code and request id, a network error's code. At most 200 characters. */
  readonly said: string
}

/** Evidence as it is kept: one row per account, family, channel, dataset, source and outcome. */
export interface KeptEvidence extends Evidence {
  /** Since when this outcome holds without another one of the same source in between. */
  readonly firstAt: Instant
  /** How often it was observed since then. */
  readonly times: number
}
