import { err, ok } from '../../src/shared/lib/result.ts'
import type { Vault, VaultEntry, VaultTier, VaultTrouble } from '../../src/main/core/ports/vault.ts'

export interface MemoryVault extends Vault {
  /** Every act answers this trouble until `null` is set. */
  trouble(trouble: VaultTrouble | null): void
  /** Acts that changed something, oldest first, e.g. `move quarantine/a authorization/b`. */
  readonly acts: readonly string[]
}

/** A vault in memory. It survives as long as the object: hand the same one to a "restarted" app. */
export function createMemoryVault(tier: VaultTier = 'memory'): MemoryVault {
  const entries = new Map<string, VaultEntry>()
  const acts: string[] = []
  let standing: VaultTrouble | null = null
  const unless = <Value>(act: () => Value) => (standing === null ? ok(act()) : err(standing))

  return {
    acts,
    trouble: (trouble) => {
      standing = trouble
    },
    tier: () => tier,
    read: async (key) => unless(() => entries.get(key) ?? null),
    write: async (key, entry) =>
      unless(() => {
        acts.push(`write ${key}`)
        entries.set(key, entry)
      }),
    move: async (from, to) => {
      const entry = entries.get(from)
      if (standing !== null) return err(standing)
      if (!entry) return err({ kind: 'storage', evidence: 'nothing to move' })
      acts.push(`move ${from} ${to}`)
      entries.delete(from)
      entries.set(to, entry)
      return ok(undefined)
    },
    remove: async (key) =>
      unless(() => {
        if (entries.delete(key)) acts.push(`remove ${key}`)
      }),
    keys: async () => [...entries.keys()].sort(),
  }
}
