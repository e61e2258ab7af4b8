import { BURST_BELIEVED_MS, BURST_LONGEST_BELIEVED_MS, LONGEST_HOLD_MS, SHORTEST_HOLD_MS } from './policy.ts'

/**
 * One operation's tokens of one account, as values. The limiter package reads the platform's own clock and cannot take
 * another, so a hand-cranked or remote clock could not drive it; this is its arithmetic over a given time.
 */
export interface TokenBucket {
  readonly tokens: number
  readonly atMs: number
  readonly perSecond: number
  readonly burst: number
  /** Nothing is asked before this, whatever the tokens say. */
  readonly heldUntilMs: number
  /** Real 429 answers in a row. */
  readonly strikes: number
  /** When the burst last changed, and how often it was found too large. */
  readonly burstAtMs: number
  readonly shrinks: number
  /** The burst before the row of 429s. */
  readonly burstBefore: number
}

export function freshBucket(rate: { readonly perSecond: number; readonly burst: number }, nowMs: number): TokenBucket {
  return {
    tokens: rate.burst,
    atMs: nowMs,
    perSecond: rate.perSecond,
    burst: rate.burst,
    heldUntilMs: nowMs,
    strikes: 0,
    burstAtMs: nowMs,
    shrinks: 0,
    burstBefore: rate.burst,
  }
}

/** Takes one token (`waitMs` 0) or says how long until there is one. Times are monotonic ms. */
export function takeToken(bucket: TokenBucket, nowMs: number): { readonly bucket: TokenBucket; readonly waitMs: number } {
  const filled = refill(bucket, nowMs)
  const waitMs = Math.max(0, filled.heldUntilMs - nowMs, Math.ceil(((1 - filled.tokens) / filled.perSecond) * 1000))
  return waitMs > 0 ? { bucket: filled, waitMs } : { bucket: { ...filled, tokens: filled.tokens - 1 }, waitMs: 0 }
}

/** Amazon's own word on the rate (`x-amzn-RateLimit-Limit`, requests per second); anything else than a rate is ignored. */
export function learnRate(bucket: TokenBucket, perSecond: number, nowMs: number): TokenBucket {
  return Number.isFinite(perSecond) && perSecond > 0 ? { ...refill(bucket, nowMs), perSecond } : bucket
}

/**
 * After a real 429: less than a token, and held for one token's time, doubled with each 429 in a row. The whole tokens we
 * still counted on were never there, so the burst is taken to be smaller by them; the part of one that had come back is as
 * true as before. A second 429 in a row, when a token must have come back, had nothing to do with the burst: it is believed
 * again, and nothing is counted on.
 */
export function drainBucket(bucket: TokenBucket, nowMs: number): TokenBucket {
  const filled = refill(bucket, nowMs)
  const oneTokenMs = Math.max(1000 / bucket.perSecond, SHORTEST_HOLD_MS)
  const holdMs = Math.min(oneTokenMs * 2 ** bucket.strikes, Math.max(oneTokenMs, LONGEST_HOLD_MS))
  const isFirst = bucket.strikes === 0
  return {
    ...bucket,
    tokens: isFirst ? filled.tokens % 1 : 0,
    atMs: nowMs,
    burst: isFirst ? Math.max(1, bucket.burst - Math.floor(filled.tokens) - 1) : bucket.burstBefore,
    burstBefore: isFirst ? bucket.burst : bucket.burstBefore,
    burstAtMs: nowMs,
    shrinks: bucket.shrinks + (isFirst ? 1 : bucket.strikes === 1 ? -1 : 0),
    heldUntilMs: nowMs + Math.ceil(holdMs),
    strikes: bucket.strikes + 1,
  }
}

/** An answer that was no 429 ends the row; a burst found too small is tried whole again, ever more rarely. */
export function forgiveBucket(bucket: TokenBucket, nowMs: number, documentedBurst: number): TokenBucket {
  const believedMs = Math.min(BURST_BELIEVED_MS * 2 ** Math.max(0, bucket.shrinks - 1), BURST_LONGEST_BELIEVED_MS)
  const isTriedAgain = bucket.burst < documentedBurst && nowMs - bucket.burstAtMs >= believedMs
  if (isTriedAgain) return { ...refill(bucket, nowMs), strikes: 0, burst: documentedBurst, burstAtMs: nowMs }
  return bucket.strikes === 0 ? bucket : { ...bucket, strikes: 0 }
}

function refill(bucket: TokenBucket, nowMs: number): TokenBucket {
  const elapsedMs = Math.max(0, nowMs - bucket.atMs)
  return { ...bucket, tokens: Math.min(bucket.burst, bucket.tokens + (elapsedMs / 1000) * bucket.perSecond), atMs: nowMs }
}
