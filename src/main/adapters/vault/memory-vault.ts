import { err, ok } from '../../../shared/lib/result.ts'
import type { Vault, VaultEntry } from '../../core/ports/vault.ts'

/** Keeps secrets until the process ends: used where the system offers no protection for what is written. */
export function createMemoryVault(): Vault {
  const entries = new Map<string, VaultEntry>()
  return {
    tier: () => 'memory',
    read: async (name) => ok(entries.get(name) ?? null),
    write: async (name, entry) => {
      entries.set(name, entry)
      return ok(undefined)
    },
    move: async (from, to) => {
      const entry = entries.get(from)
      if (!entry) return err({ kind: 'storage', evidence: 'nothing to move' })
      entries.delete(from)
      entries.set(to, entry)
      return ok(undefined)
    },
    remove: async (name) => {
      entries.delete(name)
      return ok(undefined)
    },
    keys: async () => [...entries.keys()].sort(),
  }
}
