import type { Rate } from './rates.ts'

export type Take = { readonly kind: 'taken' } | { readonly kind: 'empty'; readonly waitMs: number }

/** Token buckets by key, filled by the clock they are given. */
export type TokenBuckets = { take(key: string, rate: Rate, nowMs: number): Take }

export function createTokenBuckets(): TokenBuckets {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  return {
    take: (key, rate, nowMs) => {
      const bucket = buckets.get(key) ?? { tokens: rate.burst, atMs: nowMs }
      const gainedMs = Math.max(0, nowMs - bucket.atMs)
      const tokens = Math.min(rate.burst, bucket.tokens + (gainedMs / 1000) * rate.perSecond)
      const enough = tokens >= 1
      buckets.set(key, { tokens: enough ? tokens - 1 : tokens, atMs: nowMs })
      return enough ? { kind: 'taken' } : { kind: 'empty', waitMs: Math.ceil(((1 - tokens) / rate.perSecond) * 1000) }
    },
  }
}
