/** Our own estimate of one of Amazon's token buckets; it decides who goes first, never whether Amazon would allow it. */
export interface ShadowBucket {
  tokens(nowMs: number): number
  take(nowMs: number): void
  /** Amazon said it is empty. */
  drain(nowMs: number): void
  /** Ms until it holds so many tokens. */
  msUntil(tokens: number, nowMs: number): number
}

export function createShadowBucket({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): ShadowBucket {
  let level = burst
  let countedAt: number | null = null
  const tokens = (nowMs: number) => {
    level = Math.min(burst, level + (Math.max(0, nowMs - (countedAt ?? nowMs)) / 1000) * perSecond)
    countedAt = nowMs
    return level
  }
  return {
    tokens,
    take: (nowMs) => {
      level = Math.max(0, tokens(nowMs) - 1)
    },
    drain: (nowMs) => {
      level = Math.min(tokens(nowMs), 0)
    },
    msUntil: (wanted, nowMs) => (Math.max(0, Math.min(wanted, burst) - tokens(nowMs)) / perSecond) * 1000,
  }
}
