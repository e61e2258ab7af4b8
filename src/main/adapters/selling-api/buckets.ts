import type { Clock } from '../../core/ports/clock.ts'
import type { Caller } from '../../core/ports/selling-api.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Quota } from '../../datasets/request.ts'
import { type TokenBucket, drainBucket, forgiveBucket, freshBucket, learnRate, takeToken } from './token-bucket.ts'

/** What is left to ask now. */
export interface OperationBudget {
  readonly operation: string
  readonly tokens: number
  readonly perSecond: number
  readonly burst: number
  /** When one call would be let through. */
  readonly readyAt: Instant
}

export interface Buckets {
  /** Null: a token was taken. Otherwise when to come again. */
  take(caller: Caller, quota: Quota): Instant | null
  /** Notes an answer: the rate it told, and whether it was a 429. Answers when to come again after a 429. */
  note(caller: Caller, quota: Quota, answer: { readonly throttled: boolean; readonly rate: string | null }): Instant
  readonly budget: (region: Caller['region'], bucketKey: string) => readonly OperationBudget[]
}

/** Amazon counts per operation, account, application and region; so do these. */
export function createBuckets(clock: Pick<Clock, 'now' | 'monotonic'>): Buckets {
  const buckets = new Map<string, TokenBucket>()
  const accountOf = (region: string, bucketKey: string) => `${region} ${bucketKey} `
  const keyOf = (caller: Caller, quota: Quota) => accountOf(caller.region, caller.bucketKey) + quota.operation
  const bucketOf = (caller: Caller, quota: Quota) => buckets.get(keyOf(caller, quota)) ?? freshBucket(quota, clock.monotonic())

  return {
    take: (caller, quota) => {
      const taken = takeToken(bucketOf(caller, quota), clock.monotonic())
      buckets.set(keyOf(caller, quota), taken.bucket)
      return taken.waitMs === 0 ? null : clock.now() + taken.waitMs
    },
    note: (caller, quota, { throttled, rate }) => {
      const nowMs = clock.monotonic()
      const known = rate === null ? bucketOf(caller, quota) : learnRate(bucketOf(caller, quota), Number(rate), nowMs)
      const bucket = throttled ? drainBucket(known, nowMs) : forgiveBucket(known)
      buckets.set(keyOf(caller, quota), bucket)
      return clock.now() + Math.max(0, bucket.heldUntilMs - nowMs)
    },
    budget: (region, bucketKey) => {
      const account = accountOf(region, bucketKey)
      return [...buckets]
        .filter(([key]) => key.startsWith(account))
        .map(([key, bucket]) => budgetOf(key.slice(account.length), bucket, clock))
    },
  }
}

function budgetOf(operation: string, bucket: TokenBucket, clock: Pick<Clock, 'now' | 'monotonic'>): OperationBudget {
  // A trial take on a copy: the bucket's own value stays as it is.
  const { bucket: after, waitMs } = takeToken(bucket, clock.monotonic())
  const tokens = waitMs === 0 ? after.tokens + 1 : after.tokens
  return { operation, tokens, perSecond: bucket.perSecond, burst: bucket.burst, readyAt: clock.now() + waitMs }
}
