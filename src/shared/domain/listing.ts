import { epochDayAt, startOfEpochDay } from '../lib/zone.ts'
import type { DayState } from './coverage.ts'
import type { Day } from './day.ts'
import type { Instant } from './ids.ts'
import type { DatasetTiming } from './timing.ts'

/** A document of Amazon's own making that was taken: the stretch of time it owns for a channel, null where nothing of it is the channel's. */
export interface TakenDocument {
  readonly documentId: string
  readonly takenAt: Instant
  readonly owns: { readonly startsAt: Instant; readonly endsAt: Instant } | null
}

/** What the taken documents and the reading of Amazon's list say about a channel. Nulls: none yet. */
export interface ListingFact {
  /** When the list was last read whole and everything in it was taken. */
  readonly listedAt: Instant | null
  readonly firstTakenAt: Instant | null
  /** Begin of the oldest and end of the newest stretch owned. */
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

export function listingFact(taken: readonly TakenDocument[], listedAt: Instant | null): ListingFact {
  const owning = taken.flatMap(({ owns, takenAt }) => (owns === null ? [] : [{ ...owns, takenAt }]))
  if (owning.length === 0) return { listedAt, firstTakenAt: null, startsAt: null, endsAt: null }
  return {
    listedAt,
    firstTakenAt: Math.min(...owning.map((one) => one.takenAt)),
    startsAt: Math.min(...owning.map((one) => one.startsAt)),
    endsAt: Math.max(...owning.map((one) => one.endsAt)),
  }
}

export interface UnlistedQuestion {
  readonly listing: ListingFact
  readonly zone: string
  readonly timing: DatasetTiming
  /** First day that is not due by the clock alone. */
  readonly edge: Day
  readonly today: Day
}

const MS_PER_DAY = 86_400_000

/**
 * The state of a day that no taken document proves, where Amazon makes the documents by itself. After the newest one the
 * day's own is not closed, which a list read after the day fell due proves however long it takes; before the oldest one,
 * had there been any, the first list would have held it; in between it is missing, and lost once the list no longer reaches back.
 */
export function stateOfUnlisted(day: Day, { listing, zone, timing, edge, today }: UnlistedQuestion): DayState {
  const endedAt = startOfEpochDay(day + 1, zone)
  const isListedSince = listing.listedAt !== null && listing.listedAt >= endedAt + timing.publishDelayMs
  const isOpen = listing.endsAt === null || day >= epochDayAt(listing.endsAt, zone)
  if (isOpen && (isListedSince || day >= edge)) return 'not-due'
  if (wasNeverThere(day, endedAt, { listing, zone, timing })) return 'before-start'
  // A document is listed by its end, so one that holds the day may still come from a list that was not read since.
  const reach = (timing.lookBackDays ?? Infinity) + (isListedSince ? 0 : timing.longestSpanDays)
  return today - day > reach ? 'missing-lost' : 'missing-fetchable'
}

function wasNeverThere(
  day: Day,
  endedAt: Instant,
  { listing, zone, timing }: Pick<UnlistedQuestion, 'listing' | 'zone' | 'timing'>,
): boolean {
  const { listedAt, firstTakenAt, startsAt } = listing
  if (listedAt === null || firstTakenAt === null || startsAt === null || day > epochDayAt(startsAt, zone)) return false
  return firstTakenAt <= endedAt + (timing.lookBackDays ?? Infinity) * MS_PER_DAY
}
