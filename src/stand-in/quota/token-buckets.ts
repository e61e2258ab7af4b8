import type { Rate } from './rates.ts'

export type Take = { readonly kind: 'taken' } | { readonly kind: 'empty'; readonly waitMs: number }

/** Token buckets by key, filled by the clock they are given. */
export type TokenBuckets = {
  take(key: string, rate: Rate, nowMs: number): Take
  /** Tokens by key now; a bucket nobody took from is not in it. */
  levels(nowMs: number): readonly { readonly key: string; readonly tokens: number; readonly rate: Rate }[]
}

export function createTokenBuckets(): TokenBuckets {
  const buckets = new Map<string, { tokens: number; atMs: number; rate: Rate }>()
  return {
    take: (key, rate, nowMs) => {
      const bucket = buckets.get(key) ?? { tokens: rate.burst, atMs: nowMs, rate }
      const tokens = filled({ ...bucket, rate }, nowMs)
      const enough = tokens >= 1
      buckets.set(key, { tokens: enough ? tokens - 1 : tokens, atMs: nowMs, rate })
      return enough ? { kind: 'taken' } : { kind: 'empty', waitMs: Math.ceil(((1 - tokens) / rate.perSecond) * 1000) }
    },
    levels: (nowMs) => [...buckets].map(([key, bucket]) => ({ key, tokens: filled(bucket, nowMs), rate: bucket.rate })),
  }
}

function filled({ tokens, atMs, rate }: { readonly tokens: number; readonly atMs: number; readonly rate: Rate }, nowMs: number): number {
  return Math.min(rate.burst, tokens + (Math.max(0, nowMs - atMs) / 1000) * rate.perSecond)
}
