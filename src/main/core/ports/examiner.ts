import type { AccessAnswer } from '../../../shared/domain/access.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import type { AccountId, AuthorizationId, ChannelId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'

/** What the vault holds for an authorization, without what is in it. */
export interface VaultLook {
  readonly vault: 'held' | 'missing' | 'locked' | 'unreadable' | 'storage'
  /** Obtained from other addresses than those in use; null when it could not be read. */
  readonly elsewhere: boolean | null
  /** Its identity is the account's; null where none was proven. */
  readonly sameIdentity: boolean | null
}

export type RenewalWord =
  | { readonly kind: 'renewed' }
  | { readonly kind: 'refused'; readonly cause: Cause | null; readonly said: string }
  | { readonly kind: 'not-asked'; readonly why: 'second-refusal-due' | 'vault-closed' | 'not-connected'; readonly until: Instant | null }

export interface CallWord<Value> {
  /** Null when it was refused. */
  readonly value: Value | null
  readonly cause: Cause | null
  readonly said: string
}

export interface ParticipationWord {
  readonly channelId: ChannelId
  readonly participating: boolean
  readonly suspendedListings: boolean
}

export interface AccessWord {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly answer: AccessAnswer
  readonly said: string | null
}

/**
 * Asks about one account what a diagnosis may ask: the vault, one renewal, and cheap calls that read. Made by the
 * authorization feature; what an answer proves about a permission is kept as after any sync.
 */
export interface Examiner {
  look(id: AuthorizationId): Promise<VaultLook>
  /** One renewal now, whatever waits were kept; only a second refusal that is due stays where it is planned. */
  renew(id: AuthorizationId): Promise<RenewalWord>
  /** Marketplaces of a seller; null where Amazon has no such list. */
  participations(accountId: AccountId): Promise<CallWord<readonly ParticipationWord[]> | null>
  /** A call that Amazon answers only to the account's owner. */
  identity(accountId: AccountId): Promise<CallWord<'proven'> | null>
  /** Channels whose known advertising profile the permission sees; `other` when it sees only somebody else's. */
  profiles(accountId: AccountId): Promise<CallWord<{ readonly seen: readonly ChannelId[]; readonly other: boolean }>>
  /** What the cheap probe of every selling dataset says. */
  access(accountId: AccountId, family: ApiFamily): Promise<readonly AccessWord[]>
}
