import { ok, type Result } from '../../../shared/lib/result.ts'
import type { AttemptSecretEntry, CredentialEntry, DeviceKeyEntry, Vault, VaultTrouble } from '../ports/vault.ts'

/** A credential, or null when there is none (or something else) under the key. */
export async function readCredential(vault: Vault, key: string): Promise<Result<CredentialEntry | null, VaultTrouble>> {
  const entry = await vault.read(key)
  if (!entry.ok) return entry
  return ok(entry.value?.kind === 'credential' ? entry.value : null)
}

export async function readAttemptSecret(vault: Vault, key: string): Promise<Result<AttemptSecretEntry | null, VaultTrouble>> {
  const entry = await vault.read(key)
  if (!entry.ok) return entry
  return ok(entry.value?.kind === 'attempt' ? entry.value : null)
}

export async function readDevice(vault: Vault): Promise<Result<DeviceKeyEntry | null, VaultTrouble>> {
  const entry = await vault.read('device')
  if (!entry.ok) return entry
  return ok(entry.value?.kind === 'device-key' ? entry.value : null)
}

/** True only when the vault could be read and holds nothing under the key. */
export async function isNoCredential(vault: Vault, key: string): Promise<boolean> {
  const entry = await vault.read(key)
  return entry.ok && entry.value === null
}
