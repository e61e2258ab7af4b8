import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  drainBucket,
  forgiveBucket,
  freshBucket,
  learnRate,
  takeToken,
  type TokenBucket,
} from '../../../src/main/adapters/selling-api/token-bucket.ts'

const REPORTS = { perSecond: 0.0167, burst: 15 }

test('what was saved up can be spent at once, then one comes back a minute', () => {
  let bucket = freshBucket(REPORTS, 0)
  for (let index = 0; index < 15; index += 1) {
    const taken = takeToken(bucket, 0)
    expect(taken.waitMs).toBe(0)
    bucket = taken.bucket
  }
  const { waitMs } = takeToken(bucket, 0)
  expect(waitMs).toBe(Math.ceil(1000 / 0.0167))
  expect(takeToken(bucket, waitMs - 1).waitMs).toBeGreaterThan(0)
  expect(takeToken(bucket, waitMs).waitMs).toBe(0)
})

test('a first 429 shows how much was saved up; the part of a token that had come back still counts', () => {
  let bucket = { ...freshBucket(REPORTS, 0), tokens: 7.61 }
  bucket = drainBucket(takeToken(bucket, 0).bucket, 0)
  expect(bucket.burst).toBe(8)
  expect(bucket.tokens).toBeCloseTo(0.61)
  const again = drainBucket(bucket, 0)
  expect([again.tokens, again.burst]).toEqual([0, REPORTS.burst])
})

test('no history of takes gets more than burst plus rate × time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 200 }),
      fc.double({ min: 0.005, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      (pauses, perSecond, burst) => {
        let bucket = freshBucket({ perSecond, burst }, 0)
        let now = 0
        let taken = 0
        for (const pause of pauses) {
          now += pause
          const take = takeToken(bucket, now)
          bucket = take.bucket
          if (take.waitMs === 0) taken += 1
        }
        return taken <= burst + (now / 1000) * perSecond + 1e-6
      },
    ),
  )
})

test('the wait that is told is enough, whatever came before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('take', 'drain', 'pause'), { maxLength: 60 }),
      fc.double({ min: 0.005, max: 10, noNaN: true }),
      (acts, perSecond) => {
        let bucket = freshBucket({ perSecond, burst: 5 }, 0)
        let now = 0
        for (const act of acts) {
          if (act === 'pause') now += 777
          bucket = act === 'drain' ? drainBucket(bucket, now) : takeToken(bucket, now).bucket
        }
        const { waitMs } = takeToken(bucket, now)
        return takeToken(bucket, now + waitMs + 1).waitMs === 0
      },
    ),
  )
})

describe('a real 429', () => {
  test('holds for one token’s time, then twice that, up to a quarter of an hour', () => {
    let bucket = freshBucket(REPORTS, 0)
    const holds: number[] = []
    for (let strike = 0; strike < 7; strike += 1) {
      bucket = drainBucket(bucket, 0)
      holds.push(Math.round(bucket.heldUntilMs / 1000))
    }
    expect(holds).toEqual([60, 120, 240, 479, 900, 900, 900])
  })

  test('holds a slow operation for as long as its one token takes', () => {
    const slow = drainBucket(drainBucket(freshBucket({ perSecond: 0.0005, burst: 1 }, 0), 0), 0)
    expect(slow.heldUntilMs).toBe(2_000_000)
  })

  test('holds a fast operation for a second, though its tokens are back sooner', () => {
    expect(takeToken(drainBucket(freshBucket({ perSecond: 10, burst: 10 }, 0), 0), 200).waitMs).toBe(800)
  })

  test('is forgiven by the next answer that is none', () => {
    const bucket = forgiveBucket(drainBucket(drainBucket(freshBucket(REPORTS, 0), 0), 0), 0, REPORTS.burst)
    expect(Math.round(drainBucket(bucket, 0).heldUntilMs / 1000)).toBe(60)
  })
})

test('Amazon’s word on the rate is believed, nonsense is not', () => {
  const bucket = freshBucket(REPORTS, 0)
  expect(learnRate(bucket, 2, 0).perSecond).toBe(2)
  for (const nonsense of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(learnRate(bucket, nonsense, 0).perSecond).toBe(0.0167)
})

describe('a burst smaller than documented', () => {
  /** Amazon's side: ten saved up where fifteen are documented. */
  const amazonGives = 10

  function spend(bucket: TokenBucket, nowMs: number): { readonly bucket: TokenBucket; readonly refused: number } {
    let left = amazonGives
    let held = bucket
    let refused = 0
    for (;;) {
      const taken = takeToken(held, nowMs)
      if (taken.waitMs > 0) return { bucket: held, refused }
      held = taken.bucket
      if (left >= 1) {
        left -= 1
        held = forgiveBucket(held, nowMs, REPORTS.burst)
      } else {
        refused += 1
        held = drainBucket(held, nowMs)
      }
    }
  }

  test('is learned by the first 429 and not tried again when it has filled up', () => {
    const first = spend(freshBucket(REPORTS, 0), 0)
    expect([first.refused, first.bucket.burst]).toEqual([1, amazonGives])
    const later = spend(first.bucket, 20 * 60_000)
    expect(later.refused).toBe(0)
  })

  test('is not tried again on the same day, then once, and then after two days', () => {
    const hour = 3_600_000
    let bucket = spend(freshBucket(REPORTS, 0), 0).bucket
    const refusedAt: number[] = []
    for (let at = 1; at <= 24 * 5; at += 1) {
      const later = spend(bucket, at * hour)
      bucket = later.bucket
      if (later.refused > 0) refusedAt.push(at)
    }
    expect(refusedAt).toEqual([25, 74])
  })

  test('is not concluded from a storm: whoever is refused again after a token’s time believes the documented one', () => {
    const bucket = drainBucket(drainBucket(freshBucket(REPORTS, 0), 0), 60_000)
    expect([bucket.burst, bucket.shrinks]).toEqual([REPORTS.burst, 0])
  })

  test('concluded from a refusal that only passed is forgotten after a day', () => {
    const bucket = drainBucket(freshBucket(REPORTS, 0), 0)
    expect(bucket.burst).toBe(1)
    expect(forgiveBucket(bucket, 24 * 3_600_000 - 1, REPORTS.burst).burst).toBe(1)
    expect(forgiveBucket(bucket, 24 * 3_600_000, REPORTS.burst).burst).toBe(REPORTS.burst)
  })
})
