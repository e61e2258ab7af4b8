import type { Instant } from '../../../shared/domain/ids.ts'
import type { SliceCost } from './slice-cost.ts'

/** Tokens left now per bucket; a bucket not named is full. */
export type TokensLeft = ReadonlyMap<string, number>

/**
 * When everything would be in, by the token buckets alone: each bucket gives what it has saved up, then its rate; buckets
 * drain side by side, and the slowest answer comes on top. Null when there is nothing to do.
 */
export function finishTime(costs: readonly SliceCost[], now: Instant, left: TokensLeft = new Map()): Instant | null {
  if (costs.length === 0) return null
  const buckets = new Map<string, { cost: SliceCost; requests: number }>()
  for (const cost of costs) buckets.set(cost.bucket, { cost, requests: (buckets.get(cost.bucket)?.requests ?? 0) + 1 })
  const ends = [...buckets.values()].map(({ cost, requests }) => {
    const short = Math.max(0, requests - (left.get(cost.bucket) ?? cost.burst))
    return Math.ceil((short / cost.perSecond) * 1000) + cost.tailMs
  })
  return now + Math.max(...ends)
}
