import type { Result } from '../../../shared/lib/result.ts'
import type { Secret } from '../../../shared/lib/secret.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { ApiFamily, Issuer, Region } from '../../../shared/domain/region.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { DeviceKeyEntry, StoredCredential } from './vault.ts'

/** Short-lived; lives in memory only. */
export interface AccessCredential {
  readonly access: Secret
  /** Ads calls also name the client id; selling calls do not. */
  readonly clientId: string
  readonly endsAt: Instant
}

/** `credential` is set when the stored one must be replaced (rewrapped, or Amazon sent a different one). */
export interface Renewed {
  readonly access: AccessCredential
  readonly credential: StoredCredential | null
}

export type ReturnTo = { readonly kind: 'popup' } | { readonly kind: 'app-link' } | { readonly kind: 'loopback'; readonly port: number }

/** Where Amazon waits for a person who began at Amazon, and the mark it gave (docs/amazon.md §1.1). Its host was checked. */
export interface ContinueAt {
  readonly callbackUri: string
  readonly amazonState: string
}

/** What the broker answered to *begin*: everything the consent address needs. */
export interface Begun {
  readonly ticket: Secret
  readonly verifier: Secret
  readonly shortCode: string
  /** Whole consent address at Amazon (with state and redirect address). */
  readonly consentUrl: string
  /** The broker's callback address: the only non-Amazon address the popup may visit. */
  readonly callbackUrl: string
  readonly runsOutAt: Instant
}

export interface Redeemed {
  readonly access: AccessCredential
  readonly credential: StoredCredential
  /** Selling partner id proven by the hand-off; null for advertising (its profiles prove it). */
  readonly identity: string | null
}

/** Obtains and renews credentials; the two ways (broker, private app) are one port to the core. */
export interface Login {
  /** Makes the device's keys; done once, then they live in the vault. */
  makeDeviceKeys(): Promise<DeviceKeyEntry>
  begin(order: {
    readonly issuer: Issuer
    /** Country whose consent page is opened. */
    readonly country: string
    readonly returnTo: ReturnTo
    readonly device: DeviceKeyEntry
    /** Set when the person began inside Seller Central: the consent goes on there instead of starting anew. */
    readonly continueAt?: ContinueAt
  }): Promise<Result<Begun, LoginTrouble>>
  redeem(order: {
    readonly issuer: Issuer
    readonly handoff: Secret
    readonly verifier: Secret
    readonly device: DeviceKeyEntry
  }): Promise<Result<Redeemed, LoginTrouble>>
  renew(order: {
    readonly family: ApiFamily
    readonly region: Region
    readonly credential: StoredCredential
    readonly device: DeviceKeyEntry | null
    readonly signal?: AbortSignal
  }): Promise<Result<Renewed, LoginTrouble>>
  /** Origin a way would send credentials to now; compared with `boundTo` before anything is sent. */
  boundTo(way: StoredCredential['way'], family: ApiFamily, region: Region): string
}
