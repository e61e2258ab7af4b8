import type { AccountId, ChannelId, Instant } from './ids.ts'

/** One line of the time-line; codes and facts, no sentences, no secrets. */
export interface Activity {
  readonly at: Instant
  readonly accountId: AccountId | null
  readonly channelId: ChannelId | null
  readonly kind: ActivityKind
  readonly facts: Readonly<Record<string, string | number | null>>
}

export const ACTIVITY_KINDS = [
  'connected',
  'reconnected',
  'attempt-opened',
  'attempt-ended',
  'renewal-refused',
  'reconnect-required',
  'verified',
  'run-ended',
  'restated',
  'paused',
  'resumed',
  'disconnected',
  'amazon-trouble',
  'publisher-problem',
  'callback-dropped',
  'secret-replaced',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]
