import type { Result } from '../../../shared/lib/result.ts'
import type { Secret } from '../../../shared/lib/secret.ts'
import type { ApiFamily, Issuer, Region } from '../../../shared/domain/region.ts'
import type { Instant } from '../../../shared/domain/ids.ts'

/** How well the vault protects: by the operating system, a passphrase, a key file beside it, or not at all (memory only). */
export type VaultTier = 'os' | 'passphrase' | 'key-file' | 'memory'

/** Credential, identity and consent date are one entry, written in one step; SQLite only mirrors it. */
export interface CredentialEntry {
  readonly kind: 'credential'
  readonly family: ApiFamily
  readonly region: Region
  readonly identity: string | null
  readonly consentedAt: Instant
  /** Origin the credential was obtained from; never sent to another. */
  readonly boundTo: string
  readonly credential: StoredCredential
}

export type StoredCredential =
  | { readonly way: 'private-app'; readonly clientId: string; readonly clientSecret: Secret; readonly refresh: Secret }
  | { readonly way: 'broker'; readonly issuer: Issuer; readonly sealed: Secret }

/** PKCE verifier and ticket of an open attempt, so that a cold start by the link still works. */
export interface AttemptSecretEntry {
  readonly kind: 'attempt'
  readonly verifier: Secret
  readonly ticket: Secret
}

/** The device's own key pairs (JWK text), made once. */
export interface DeviceKeyEntry {
  readonly kind: 'device-key'
  readonly signing: Secret
  readonly sealing: Secret
}

export type VaultEntry = CredentialEntry | AttemptSecretEntry | DeviceKeyEntry

export type VaultTrouble =
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable'; readonly evidence: string }
  | { readonly kind: 'storage'; readonly evidence: string }

/**
 * Keeps secrets encrypted. Keys are `authorization/<id>`, `quarantine/<attemptId>`, `attempt/<attemptId>`, `device`.
 * A write replaces the entry in one step: after a crash either the old or the new one is there.
 */
export interface Vault {
  tier(): VaultTier
  read(key: string): Promise<Result<VaultEntry | null, VaultTrouble>>
  write(key: string, entry: VaultEntry): Promise<Result<void, VaultTrouble>>
  /** Moves an entry over another in one step (quarantine → authorization). */
  move(from: string, to: string): Promise<Result<void, VaultTrouble>>
  remove(key: string): Promise<Result<void, VaultTrouble>>
  keys(): Promise<readonly string[]>
}
