import { expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import { addDays, interval, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import { deriveCoverage } from '../../../src/shared/domain/derive-coverage.ts'
import type { ChannelId, DatasetId } from '../../../src/shared/domain/ids.ts'
import { listingFact, type TakenDocument } from '../../../src/shared/domain/listing.ts'

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000
const TODAY = day('2026-06-30')
const timing = {
  longestSpanDays: 14,
  lookBackDays: 90,
  publishDelayMs: 15 * DAY_MS,
  settlingDays: 0,
  settlingAges: [0],
  everyMs: DAY_MS / 2,
  staleAfterMs: 3 * DAY_MS,
}

function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}

/** Noon of the day so many days before today. */
const noon = (daysAgo: number): number => startOfEpochDay(TODAY - daysAgo, ZONE) + DAY_MS / 2

const owning = (fromAgo: number, untilAgo: number, takenAgo = untilAgo): TakenDocument => ({
  documentId: `of ${fromAgo}`,
  takenAt: noon(takenAgo),
  owns: { startsAt: noon(fromAgo), endsAt: noon(untilAgo) },
})

/** The state of the day so many days ago, where no receipt is held at all. */
function state(daysAgo: number, taken: readonly TakenDocument[], listedAgo: number | null, more: { connectedAgo?: number } = {}): string {
  const of = addDays(TODAY, -daysAgo)
  const [found] = deriveCoverage({
    channel: { id: brand<ChannelId>(1), zone: ZONE, wantedFrom: day('2024-01-01'), connectedAt: noon(more.connectedAgo ?? 400) },
    dataset: { id: brand<DatasetId>('settlements'), timing },
    interval: interval(of, addDays(of, 1)),
    held: [],
    listing: listingFact(taken, listedAgo === null ? null : noon(listedAgo)),
    now: noon(0),
  })
  return found?.state ?? 'none'
}

test('the open period is not due, and stays so for as long as the list is read and does not hold it', () => {
  expect(state(3, [owning(24, 10)], 0)).toBe('not-due')
  expect(state(30, [owning(60, 46)], 0)).toBe('not-due')
  expect(state(200, [owning(230, 216)], 0)).toBe('not-due')
})

test('the day on which the newest file ends belongs to the open period too', () => {
  expect(state(10, [owning(24, 10)], 0)).toBe('not-due')
  expect(state(46, [owning(60, 46)], 0)).toBe('not-due')
})

test('after an outage a period that must have closed can be fetched, until the list no longer reaches back', () => {
  const before = [owning(140, 126)]
  expect(state(14, before, 125)).toBe('not-due')
  expect(state(17, before, 125)).toBe('missing-fetchable')
  expect(state(95, before, 125)).toBe('missing-fetchable')
  expect(state(105, before, 125)).toBe('missing-lost')
})

test('once the list was read again, what no file holds is lost', () => {
  const taken = [owning(140, 126), owning(92, 78, 0), owning(78, 64, 0)]
  expect(state(110, taken, 0)).toBe('missing-lost')
  expect(state(95, taken, 0)).toBe('missing-lost')
  expect(state(126, taken, 0)).toBe('missing-lost')
})

test('what came before the first file never was, if the first list reached back that far', () => {
  const connectedNow = { connectedAgo: 0 }
  expect(state(100, [owning(98, 84, 0)], 0, connectedNow)).toBe('before-start')
  expect(state(60, [owning(40, 26, 0)], 0, connectedNow)).toBe('before-start')
  // The permission came long after the connection: the list reached back 90 days from then, not from the start.
  expect(state(250, [owning(190, 176, 100)], 0, { connectedAgo: 250 })).toBe('missing-lost')
})

test('a file that could not be used leaves the list unread: nothing is called not due or never there on its account', () => {
  expect(state(60, [owning(40, 26)], null)).toBe('missing-fetchable')
  expect(state(20, [owning(40, 26)], null)).toBe('missing-fetchable')
})

test('an account that was never paid misses nothing', () => {
  expect([3, 30, 80].map((ago) => state(ago, [], 0))).toEqual(['not-due', 'not-due', 'not-due'])
  expect(state(30, [{ documentId: 'pounds', takenAt: 1, owns: null }], 0)).toBe('not-due')
})
