import type { Clock } from '../../core/ports/clock.ts'
import type { QuotaMark } from '../../core/ports/quota-store.ts'
import type { Caller, OperationBudget } from '../../core/ports/selling-api.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Quota } from '../../datasets/request.ts'
import { type TokenBucket, drainBucket, forgiveBucket, freshBucket, learnRate, takeToken } from './token-bucket.ts'

/** Marks of an earlier run, and where this run leaves its own. */
export interface QuotaMemory {
  readonly marks: readonly QuotaMark[]
  keep(mark: QuotaMark): void
}

export interface Buckets {
  /** Null: a token was taken. Otherwise when to come again. */
  take(caller: Caller, quota: Quota): Instant | null
  /** Notes an answer: the rate it told, and whether it was a 429. Answers when to come again after a 429. */
  note(caller: Caller, quota: Quota, answer: { readonly throttled: boolean; readonly rate: string | null }): Instant
  readonly budget: (region: Caller['region'], bucketKey: string) => readonly OperationBudget[]
}

type Hands = Pick<Clock, 'now' | 'monotonic'>

/** Amazon counts per operation, account, application and region; so do these. */
export function createBuckets(clock: Hands, memory: QuotaMemory = { marks: [], keep: () => undefined }): Buckets {
  const accountOf = (region: string, bucketKey: string) => `${region} ${bucketKey} `
  const keyOf = (caller: Caller, quota: Quota) => accountOf(caller.region, caller.bucketKey) + quota.operation
  const buckets = new Map(memory.marks.map((mark) => [accountOf(mark.region, mark.bucketKey) + mark.operation, bucketOfMark(mark, clock)]))
  const bucketOf = (caller: Caller, quota: Quota) => buckets.get(keyOf(caller, quota)) ?? freshBucket(quota, clock.monotonic())
  const set = (caller: Caller, quota: Quota, bucket: TokenBucket) => {
    buckets.set(keyOf(caller, quota), bucket)
    memory.keep(markOf(caller, quota, { bucket, clock }))
  }

  return {
    take: (caller, quota) => {
      const taken = takeToken(bucketOf(caller, quota), clock.monotonic())
      if (taken.waitMs === 0) set(caller, quota, taken.bucket)
      else buckets.set(keyOf(caller, quota), taken.bucket)
      return taken.waitMs === 0 ? null : clock.now() + taken.waitMs
    },
    note: (caller, quota, { throttled, rate }) => {
      const nowMs = clock.monotonic()
      const held = bucketOf(caller, quota)
      const known = rate === null ? held : learnRate(held, Number(rate), nowMs)
      const bucket = throttled ? drainBucket(known, nowMs) : forgiveBucket(known, nowMs, quota.burst)
      if (throttled || bucket.perSecond !== held.perSecond || bucket.burst !== held.burst) set(caller, quota, bucket)
      else buckets.set(keyOf(caller, quota), bucket)
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

function budgetOf(operation: string, bucket: TokenBucket, clock: Hands): OperationBudget {
  // A trial take on a copy: the bucket's own value stays as it is.
  const { bucket: after, waitMs } = takeToken(bucket, clock.monotonic())
  const tokens = waitMs === 0 ? after.tokens + 1 : after.tokens
  return { operation, tokens, perSecond: bucket.perSecond, burst: bucket.burst, readyAt: clock.now() + waitMs }
}

/** What has come back since the mark counts; a clock that was set back counts as no time at all. */
function bucketOfMark(mark: QuotaMark, clock: Hands): TokenBucket {
  const passedMs = Math.max(0, clock.now() - mark.at)
  const nowMs = clock.monotonic()
  const burstAtMs = nowMs - Math.max(0, clock.now() - mark.burstAt)
  return {
    ...freshBucket(mark, nowMs),
    burstAtMs,
    shrinks: mark.shrinks,
    tokens: Math.min(mark.burst, mark.tokens + (passedMs / 1000) * mark.perSecond),
  }
}

function markOf(caller: Caller, quota: Quota, { bucket, clock }: { readonly bucket: TokenBucket; readonly clock: Hands }): QuotaMark {
  const { tokens, perSecond, burst, shrinks } = bucket
  const at = clock.now()
  const burstAt = Math.round(at - (clock.monotonic() - bucket.burstAtMs))
  return { bucketKey: caller.bucketKey, region: caller.region, operation: quota.operation, tokens, perSecond, burst, burstAt, shrinks, at }
}
