import type { AccountId, ChannelId, Instant } from '../../../shared/domain/ids.ts'
import type { Status } from '../../../shared/domain/status.ts'

/** One API family's health: its worst status, the cause behind it and plain facts for the sentence. */
export interface FamilyHealth {
  readonly status: Status
  readonly cause: string | null
  readonly facts: Readonly<Record<string, string | number | null>>
}

export interface ChannelHealth {
  readonly channelId: ChannelId
  readonly statuses: readonly Status[]
  readonly selling: Status
  readonly advertising: Status | null
}

/** What the screens need of an account's health, however it was computed. */
export interface AccountHealth {
  readonly accountId: AccountId
  readonly statuses: readonly Status[]
  readonly selling: FamilyHealth
  readonly advertising: FamilyHealth | null
  readonly delayedUntil: Instant | null
  readonly channels: readonly ChannelHealth[]
}
