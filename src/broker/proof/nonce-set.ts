export type NonceAnswer = 'taken' | 'repeated' | 'full'

/** Remembers what was used, for a fixed time and up to a fixed number. */
export interface NonceSet {
  /** Takes a nonce once. `full` refuses: forgetting one that still counts would let it be used twice. */
  take(nonce: string, now: number): NonceAnswer
  /** Gives one back, when the use it was taken for did not happen. */
  release(nonce: string): void
  size(): number
}

/** Times are milliseconds. All nonces live equally long, so the oldest entry is always the first to end. */
export function createNonceSet(limits: { lifetimeMs: number; capacity: number }): NonceSet {
  const endings = new Map<string, number>()
  return {
    take: (nonce, now) => {
      forgetEnded(endings, now)
      if (endings.has(nonce)) return 'repeated'
      if (endings.size >= limits.capacity) return 'full'
      endings.set(nonce, now + limits.lifetimeMs)
      return 'taken'
    },
    release: (nonce) => {
      endings.delete(nonce)
    },
    size: () => endings.size,
  }
}

function forgetEnded(endings: Map<string, number>, now: number): void {
  for (const [nonce, endsAt] of endings) {
    if (endsAt > now) return
    endings.delete(nonce)
  }
}
