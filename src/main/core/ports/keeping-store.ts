import type { Day } from '../../../shared/domain/day.ts'
import type { AccountId, ChannelId } from '../../../shared/domain/ids.ts'

/** What was, or would be, deleted. */
export interface Forgotten {
  /** Marketplace days of any dataset, each counted once per channel. */
  readonly days: number
  readonly rows: number
}

/** Deleting on purpose: the only ways in which stored figures ever go away. */
export interface KeepingStore {
  /** Counts what `forgetBefore` would delete; changes nothing. */
  before(channelId: ChannelId, day: Day): Promise<Forgotten>
  /** Deletes figures, receipts and changes of days before this one and moves the channel's wanted start to it. */
  forgetBefore(channelId: ChannelId, day: Day): Promise<Forgotten>
  /** Moves a channel's wanted start back, so that days Amazon still has are fetched again. */
  wantFrom(channelId: ChannelId, day: Day): Promise<void>
  /**
   * Deletes an account with everything stored under it: figures, receipts, runs, notices, activities, refused documents.
   * `wiped` is false when the freed space could not be overwritten (a full disk); the rows are gone all the same.
   */
  purge(accountId: AccountId): Promise<Forgotten & { readonly wiped: boolean }>
}
