import type { AccountId, AttemptId, Instant } from './ids.ts'
import type { AccountKind, ApiFamily, Issuer, Region } from './region.ts'

export type AttemptOutcome = 'connected' | 'wrong-account' | 'closed' | 'timed-out' | 'refused' | 'discarded' | 'failed'

/** Where an attempt stands. `checking` means the new credential is in quarantine. */
export type AttemptState =
  | { readonly kind: 'open' }
  | { readonly kind: 'checking'; readonly since: Instant }
  | { readonly kind: 'wrong-account'; readonly foundIdentity: string; readonly foundAccountId: AccountId | null }
  | { readonly kind: 'ended'; readonly outcome: AttemptOutcome; readonly at: Instant; readonly reason: string | null }

/** One try to obtain a grant; a durable row, so a restart in the middle is harmless. */
export interface Attempt {
  readonly id: AttemptId
  /** Null when a new account is being added. */
  readonly accountId: AccountId | null
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly issuer: Issuer
  /** Country whose consent page is opened, e.g. DE. */
  readonly country: string
  readonly expectedIdentity: string | null
  /** SHA-256 of the ticket, base64url; the ticket itself is never stored. */
  readonly ticketHash: string
  readonly shortCode: string
  readonly openedAt: Instant
  readonly runsOutAt: Instant
  readonly state: AttemptState
}
