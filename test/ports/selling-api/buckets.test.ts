import { describe, expect, test } from 'vitest'
import { createBuckets } from '../../../src/main/adapters/selling-api/buckets.ts'
import type { QuotaMark } from '../../../src/main/core/ports/quota-store.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createTestClock } from '../../twins/clock.ts'

const TRANSACTIONS = { operation: 'listTransactions', perSecond: 0.5, burst: 10 }
const LISTINGS = { operation: 'searchListingsItems', perSecond: 5, burst: 5 }
const caller: Caller = { access: { value: new Secret('t'), endsAt: 0 } as never, region: 'eu', bucketKey: 'account-1' }

/** A program over one memory of allowances; a second one over the same memory is the program started anew. */
function openPrograms() {
  const clock = createTestClock(Date.parse('2026-09-15T10:00:00Z'))
  const marks = new Map<string, QuotaMark>()
  const start = () =>
    createBuckets(clock, { marks: [...marks.values()], keep: (mark) => void marks.set(`${mark.bucketKey} ${mark.operation}`, mark) })
  return { clock, start }
}

function takenAtOnce(buckets: ReturnType<typeof createBuckets>, quota: typeof TRANSACTIONS): number {
  let taken = 0
  while (buckets.take(caller, quota) === null) taken += 1
  return taken
}

describe('a program started anew', () => {
  test('knows a smaller allowance it had learned from a refusal, of quick operations, too', async () => {
    const { clock, start } = openPrograms()
    const first = start()
    for (let calls = 0; calls < 7; calls += 1) first.take(caller, TRANSACTIONS)
    first.note(caller, TRANSACTIONS, { throttled: true, rate: null })
    await clock.advance(3_600_000)

    const second = start()

    expect(takenAtOnce(second, TRANSACTIONS)).toBe(6)
  })

  test('every evening tries a smaller allowance whole again after a day all the same', async () => {
    const { clock, start } = openPrograms()
    const first = start()
    for (let calls = 0; calls < 7; calls += 1) first.take(caller, TRANSACTIONS)
    first.note(caller, TRANSACTIONS, { throttled: true, rate: null })
    const tried: number[] = []
    for (let evening = 0; evening < 3; evening += 1) {
      await clock.advance(13 * 3_600_000)
      const next = start()
      next.take(caller, TRANSACTIONS)
      next.note(caller, TRANSACTIONS, { throttled: false, rate: null })
      await clock.advance(60_000)
      tried.push(takenAtOnce(start(), TRANSACTIONS))
    }

    expect(tried).toEqual([6, 10, 10])
  })

  test('does not spend again at once what the one before had just spent', async () => {
    const { clock, start } = openPrograms()
    expect(takenAtOnce(start(), LISTINGS)).toBe(5)
    await clock.advance(400)

    expect(takenAtOnce(start(), LISTINGS)).toBe(2)
  })

  test('keeps a pace that Amazon told', async () => {
    const { clock, start } = openPrograms()
    const first = start()
    expect(takenAtOnce(first, TRANSACTIONS)).toBe(10)
    first.note(caller, TRANSACTIONS, { throttled: false, rate: '2.0' })
    await clock.advance(3_000)

    expect(takenAtOnce(start(), TRANSACTIONS)).toBe(6)
  })
})
