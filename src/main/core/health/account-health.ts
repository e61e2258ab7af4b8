import type { AccountId, ChannelId, Instant } from '../../../shared/domain/ids.ts'
import type { Action, Actor, Status } from '../../../shared/domain/status.ts'

export type HealthFacts = Readonly<Record<string, string | number | null>>

/** One API family's health: its worst status, the closed cause behind it and plain facts for a sentence. */
export interface FamilyHealth {
  readonly status: Status
  /** A refusal's cause, or the status itself where that is the whole story; null when nothing is wrong. */
  readonly cause: string | null
  /** Instants: firstRefusedAt, since, endsAt, lastSuccessAt, until. Counts: daysLeft, missingDays, lostDays. Text: datasets, ends. */
  readonly facts: HealthFacts
}

export interface ChannelHealth {
  readonly channelId: ChannelId
  /** All that apply, worst first. */
  readonly statuses: readonly Status[]
  readonly selling: Status
  readonly advertising: Status
}

export interface AccountHealth {
  readonly accountId: AccountId
  /** All that apply, worst first; never empty. */
  readonly statuses: readonly Status[]
  readonly status: Status
  readonly whoMustAct: Actor
  readonly action: Action
  readonly selling: FamilyHealth
  /** *Ads not connected*, which is calm, where there is no permission. */
  readonly advertising: FamilyHealth
  /** When the first delayed request goes on; null when nothing is delayed. */
  readonly delayedUntil: Instant | null
  readonly channels: readonly ChannelHealth[]
}

/** One status that applies, with what is behind it. */
export interface Finding {
  readonly status: Status
  readonly cause: string | null
  readonly facts: HealthFacts
}
