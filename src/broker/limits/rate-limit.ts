import type { RequestLimit } from '../config.ts'

/** Who may go on, and who must wait. */
export interface RateLimit {
  /** Takes one request of `who`; otherwise how many whole seconds until the next may come. `now`: milliseconds. */
  take(who: string, now: number): { ok: true } | { ok: false; retryAfterSeconds: number }
  size(): number
}

interface Bucket {
  readonly left: number
  readonly at: number
}

/**
 * A token bucket for each name, for at most `capacity` names. Beyond that the one seen longest ago is forgotten: it
 * starts full again, which is kinder than refusing everybody new.
 */
export function createRateLimit({ burst, perMinute, capacity }: RequestLimit & { readonly capacity: number }): RateLimit {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / 60_000
  const refill = ({ left, at }: Bucket, now: number): number => Math.min(burst, left + Math.max(0, now - at) * perMs)
  return {
    take: (who, now) => {
      const known = buckets.get(who)
      const left = known === undefined ? burst : refill(known, now)
      // Deleting first keeps the map ordered by when a name was last seen.
      buckets.delete(who)
      if (buckets.size >= capacity) forgetOldest(buckets)
      if (left < 1) {
        buckets.set(who, { left, at: now })
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - left) / perMs / 1000)) }
      }
      buckets.set(who, { left: left - 1, at: now })
      return { ok: true }
    },
    size: () => buckets.size,
  }
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next()
  if (!oldest.done) buckets.delete(oldest.value)
}
