import { err } from '../../../shared/lib/result.ts'
import type { Vault, VaultTier, VaultTrouble } from '../../core/ports/vault.ts'

/** A vault that cannot be opened now: every act answers why, and nothing on the disk is touched. */
export function createLockedVault(tier: VaultTier, trouble: VaultTrouble, keys: () => Promise<readonly string[]>): Vault {
  const refuse = async () => err(trouble)
  return { tier: () => tier, read: refuse, write: refuse, move: refuse, remove: refuse, keys }
}
