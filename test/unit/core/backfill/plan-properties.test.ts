import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysIn, interval, lengthOf, type Day } from '../../../../src/shared/domain/day.ts'
import { isFetchable } from '../../../../src/shared/domain/coverage.ts'
import type { DatasetTiming } from '../../../../src/shared/domain/timing.ts'
import { startOfEpochDay } from '../../../../src/shared/lib/zone.ts'
import { daysToFetch } from '../../../../src/main/core/backfill/days-to-fetch.ts'
import { planAccount } from '../../../../src/main/core/backfill/plan-account.ts'
import { ads, makeDataset, sales } from '../sync/datasets.ts'
import { held, lineFor, NOW, snapshotOf, TODAY } from './lines.ts'

const timing: fc.Arbitrary<Partial<DatasetTiming>> = fc.record({
  longestSpanDays: fc.integer({ min: 1, max: 40 }),
  lookBackDays: fc.option(fc.integer({ min: 5, max: 100 }), { nil: null }),
  publishDelayMs: fc.integer({ min: 0, max: 4 * 86_400_000 }),
  settlingDays: fc.integer({ min: 0, max: 40 }),
  settlingAges: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
})

const world = fc
  .record({
    timing,
    kind: fc.constantFrom('report' as const, 'paged' as const, 'ads' as const),
    wantedDays: fc.integer({ min: 1, max: 150 }),
    holes: fc.uniqueArray(fc.integer({ min: 0, max: 160 }), { maxLength: 60 }),
    broken: fc.uniqueArray(fc.integer({ min: 0, max: 160 }), { maxLength: 5 }),
    ageMs: fc.integer({ min: 0, max: 40 * 86_400_000 }),
    standing: fc.array(fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 20 })), { maxLength: 3 }),
  })
  .map((one) => {
    const made = one.kind === 'report' ? makeDataset('r') : one.kind === 'paged' ? sales() : ads()
    const dataset = { ...made, timing: { ...made.timing, ...one.timing } }
    const wantedFrom = addDays(TODAY, -one.wantedDays)
    const days = daysIn(interval(wantedFrom, addDays(TODAY, 1))).filter((_, index) => !one.holes.includes(index))
    const line = lineFor(dataset, {
      wantedFrom,
      held: days.map((day, index) => held(day, NOW - one.ageMs, { intact: !one.broken.includes(index) })),
    })
    const standing = one.standing.map(([from, length]) => ({
      channelId: line.channel.id,
      dataset: dataset.id,
      request: 'days' as const,
      from: addDays(wantedFrom, from),
      until: addDays(wantedFrom, from + length),
    }))
    return { line, standing }
  })

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never

const needed = ({ line, standing }: World): Day[] =>
  daysToFetch(line, NOW)
    .map((one) => one.day)
    .filter((day) => !standing.some((run) => day >= run.from && day < run.until))

test('slices hold exactly the days to fetch and held days in between, never overlap, and stay within span and look-back', () => {
  fc.assert(
    fc.property(world, (one) => {
      const { line, standing } = one
      const slices = planAccount(snapshotOf([line], { standing }))
      const planned = slices.flatMap((slice) => daysIn(slice))
      const wanted = new Set(needed(one))
      expect(new Set(planned).size).toBe(planned.length)
      for (const day of wanted) expect(planned).toContain(day)
      for (const slice of slices) {
        expect(lengthOf(slice)).toBeLessThanOrEqual(line.dataset.timing.longestSpanDays)
        expect(wanted.has(slice.from) && wanted.has(addDays(slice.until, -1))).toBe(true)
        for (const day of daysIn(slice)) {
          const state = line.days.find((known) => known.day === day)
          expect(wanted.has(day) || (state?.fetchedAt ?? null) !== null).toBe(true)
          if (wanted.has(day) && line.dataset.timing.lookBackDays !== null)
            expect(TODAY - day).toBeLessThanOrEqual(line.dataset.timing.lookBackDays)
          expect(standing.some((run) => day >= run.from && day < run.until)).toBe(false)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('every fetchable hole is planned', () => {
  fc.assert(
    fc.property(world, ({ line }) => {
      const planned = new Set(planAccount(snapshotOf([line])).flatMap((slice) => daysIn(slice)))
      for (const one of line.days) {
        const isGone = one.fetchableUntil !== null && one.fetchableUntil < TODAY
        if (isFetchable(one.state) && !isGone) expect(planned.has(one.day)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('a plan that is under way is not planned again', () => {
  fc.assert(
    fc.property(world, ({ line }) => {
      const plan = planAccount(snapshotOf([line]))
      expect(planAccount(snapshotOf([line], { standing: plan }))).toEqual([])
      expect(planAccount(snapshotOf([line]))).toEqual(plan)
    }),
    { numRuns: 300 },
  )
})

test('no legal plan needs fewer reports', () => {
  fc.assert(
    fc.property(world, ({ line }) => {
      const slices = planAccount(snapshotOf([line]))
      expect(slices.length).toBe(fewest(needed({ line, standing: [] }), line))
    }),
    { numRuns: 300 },
  )
})

/** The fewest intervals by trying every way to begin and end one: slow and different on purpose. */
function fewest(days: readonly Day[], line: ReturnType<typeof lineFor>): number {
  const best = [0]
  for (let end = 1; end <= days.length; end += 1) {
    let least = Infinity
    for (let start = 0; start < end; start += 1) {
      if (isLegal(days.slice(start, end), line)) least = Math.min(least, (best[start] ?? Infinity) + 1)
    }
    best.push(least)
  }
  return best[days.length] ?? 0
}

function isLegal(days: readonly Day[], { days: known, dataset, channel }: ReturnType<typeof lineFor>): boolean {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || last - first >= dataset.timing.longestSpanDays) return false
  const hours = (startOfEpochDay(last + 1, channel.zone) - startOfEpochDay(first, channel.zone)) / 3_600_000
  const mostHours =
    dataset.request.kind === 'ads-report' || dataset.timing.longestSpanDays === 1 ? Infinity : dataset.timing.longestSpanDays * 24
  if (hours > mostHours) return false
  const mostRows = dataset.request.kind === 'paged-call' ? 5 : Infinity
  return daysIn(interval(first, addDays(last, 1))).every(
    (day) => days.includes(day) || known.some((one) => one.day === day && one.fetchedAt !== null && one.rows <= mostRows),
  )
}
