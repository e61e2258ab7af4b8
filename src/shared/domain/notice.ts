import type { AccountId, ChannelId, Instant, NoticeId } from './ids.ts'

export const NOTICE_CODES = [
  'reconnect-required',
  'ads-reconnect-required',
  'expiring-soon',
  'access-reduced',
  'publisher-problem',
  'account-problem',
  'amazon-trouble',
  'reconnected',
  'caught-up',
  'days-lost',
  'digest',
  'storage-problem',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

/** A message to the person. Sentences are made in the window and the host from the code and these facts. */
export interface Notice {
  readonly id: NoticeId
  /** One incident, one key: the same key is never posted twice while it stands. */
  readonly key: string
  readonly code: NoticeCode
  readonly accountId: AccountId | null
  readonly channelId: ChannelId | null
  readonly facts: Readonly<Record<string, string | number | null>>
  readonly postedAt: Instant
  readonly seenAt: Instant | null
  readonly withdrawnAt: Instant | null
}
