import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Caller } from '../../core/ports/selling-api.ts'

export interface CredentialDoubts {
  /** Amazon took the caller's credential. */
  clear(caller: Caller): void
  /** Amazon called it revoked, malformed or invalid. */
  sort(caller: Caller, evidence: string): CallTrouble
}

/**
 * Amazon says "revoked, malformed or invalid" of ended, foreign and misdirected credentials alike. The first time
 * renewing may help. When a renewed credential is turned down too, renewing helps no more: an account that was served
 * before has a problem of its own, one never served may live in another region (docs/amazon.md §2.4).
 */
export function createCredentialDoubts(): CredentialDoubts {
  const served = new Set<string>()
  const doubted = new Map<string, WeakRef<object>>()
  const keyOf = (caller: Caller) => `${caller.region} ${caller.bucketKey}`
  return {
    clear: (caller) => {
      served.add(keyOf(caller))
      doubted.delete(keyOf(caller))
    },
    sort: (caller, evidence) => {
      const before = doubted.get(keyOf(caller))?.deref()
      if (before === undefined || before === caller.access.access) {
        doubted.set(keyOf(caller), new WeakRef(caller.access.access))
        return { kind: 'access-ended', evidence }
      }
      return served.has(keyOf(caller)) ? { kind: 'account-problem', evidence } : { kind: 'wrong-region', evidence }
    },
  }
}
