import type { AccountId, AuthorizationId, Instant } from './ids.ts'
import type { AccountKind, ApiFamily, Issuer, Region } from './region.ts'

/** Why Amazon turned us down; never finer than what was observed. */
export const REFUSAL_CAUSES = [
  'lapsed',
  'withdrawn-or-changed',
  'permission-missing',
  'application-credential-ended',
  'wrong-account',
  'unknown',
] as const
export type RefusalCause = (typeof REFUSAL_CAUSES)[number]

/**
 * `refused-once`: one renewal was answered invalid_grant; a second, two to four minutes later, decides.
 * `publisher-problem`: the app's own key was refused; the grant may be fine.
 */
export type AuthorizationState =
  | { readonly kind: 'active' }
  | { readonly kind: 'refused-once'; readonly firstRefusedAt: Instant }
  | {
      readonly kind: 'reconnect-required'
      readonly since: Instant
      readonly firstRefusedAt: Instant
      readonly cause: RefusalCause
    }
  | { readonly kind: 'publisher-problem'; readonly since: Instant; readonly cause: 'application-credential-ended' | 'unknown' }
  | { readonly kind: 'disconnected'; readonly since: Instant }

/** How the credential was obtained: through the publisher's broker, or with the person's own private app. */
export type AuthorizationWay = 'broker' | 'private-app'

/** The durable record that one account lets us use one API family in one region. Holds no secret. */
export interface Authorization {
  readonly id: AuthorizationId
  readonly accountId: AccountId
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly issuer: Issuer
  readonly way: AuthorizationWay
  readonly state: AuthorizationState
  /** When the person consented, as far as known (private app: when it was connected here). */
  readonly consentedAt: Instant
  /** Forecast end: consent + 365 days; null where Amazon documents no end. */
  readonly endsAt: Instant | null
  /** Forecast end of a private app's client secret (180 days), when its age is known. */
  readonly secretEndsAt: Instant | null
  readonly lastRenewedAt: Instant | null
  /** Identity Amazon proved: selling partner id, or the ads profiles' account id. Null: not proven. */
  readonly identity: string | null
  /** Origin the credential was obtained from; never sent to another. */
  readonly boundTo: string
}

/** What the application may expect a grant to live: 365 days (docs/amazon.md §1.5). */
export const GRANT_DAYS = 365
/** Client secrets end after 180 days (docs/amazon.md §1.5). */
export const CLIENT_SECRET_DAYS = 180
