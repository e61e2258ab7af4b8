import { brand } from '../lib/brand.ts'
import { epochDayAt, startOfEpochDay } from '../lib/zone.ts'
import type { Channel } from './account.ts'
import type { CoverageDay, DayState } from './coverage.ts'
import { addDays, daysIn, type Day, type DayInterval } from './day.ts'
import type { DatasetId, Instant } from './ids.ts'
import { stateOfUnlisted, type ListingFact } from './listing.ts'
import type { DatasetTiming } from './timing.ts'

/** What a receipt says about one day, already compared with its rows. */
export interface HeldDay {
  readonly receiptId: number
  readonly day: Day
  readonly rows: number
  readonly moneyMinor: number | null
  readonly currency: string | null
  readonly fetchedAt: Instant
  /** False when count, sum or hash of the rows differ from the receipt. */
  readonly intact: boolean
}

export interface CoverageQuestion {
  readonly channel: Pick<Channel, 'id' | 'zone' | 'wantedFrom' | 'connectedAt'>
  readonly dataset: { readonly id: DatasetId; readonly timing: DatasetTiming }
  readonly interval: DayInterval
  readonly held: readonly HeldDay[]
  /** Only where Amazon makes the documents by itself and lists them. */
  readonly listing?: ListingFact
  readonly now: Instant
}

/** The state of every day of an interval. The only place where coverage is decided. */
export function deriveCoverage(question: CoverageQuestion): CoverageDay[] {
  const held = new Map(question.held.map((one) => [one.day, one]))
  const { timing } = question.dataset
  const landmarks = landmarksOf(question)
  return daysIn(question.interval).map((day) => {
    const one = held.get(day)
    return {
      channelId: question.channel.id,
      dataset: question.dataset.id,
      day,
      fetchableUntil: timing.lookBackDays === null ? null : addDays(day, timing.lookBackDays),
      ...(one ? heldDay(one, question) : { ...NOT_HELD, state: stateOfMissing(day, landmarks, question) }),
    }
  })
}

/** Days that are the same for every day of a question. */
interface Landmarks {
  readonly today: Day
  readonly edge: Day
  /** The last day that Amazon had forgotten when the account was connected; null when it forgets none. */
  readonly goneAtStart: Day | null
}

function landmarksOf({ channel, dataset: { timing }, now }: CoverageQuestion): Landmarks {
  const { zone, connectedAt } = channel
  const forgets = connectedAt !== undefined && timing.lookBackDays !== null
  return {
    today: brand<Day>(epochDayAt(now, zone)),
    edge: publishEdge(now, zone, timing),
    goneAtStart: forgets ? brand<Day>(epochDayAt(connectedAt, zone) - timing.lookBackDays - 1) : null,
  }
}

type HeldPart = Omit<CoverageDay, 'channelId' | 'dataset' | 'day' | 'fetchableUntil'>

const NOT_HELD = { rows: 0, moneyMinor: null, currency: null, receiptId: null, fetchedAt: null, settlesOn: null } satisfies Omit<
  HeldPart,
  'state'
>

function heldDay(one: HeldDay, question: CoverageQuestion): HeldPart {
  const { rows, moneyMinor, currency, receiptId, fetchedAt } = one
  const settlesOn = addDays(one.day, 1 + question.dataset.timing.settlingDays)
  return { state: stateOfHeld(one, question), rows, moneyMinor, currency, receiptId, fetchedAt, settlesOn }
}

/** True once a day can no longer be restated and was fetched after that moment. */
export function isSettled(day: Day, fetchedAt: Instant, zone: string, timing: DatasetTiming): boolean {
  return fetchedAt >= startOfEpochDay(day + 1 + timing.settlingDays, zone)
}

/** First instant after a day in a zone. */
export function endOfDay(day: Day, zone: string): Instant {
  return startOfEpochDay(day + 1, zone)
}

/** The first day that Amazon does not offer yet: wanted days end here. */
export function publishEdge(now: Instant, zone: string, timing: DatasetTiming): Day {
  return brand<Day>(epochDayAt(now - timing.publishDelayMs, zone))
}

function stateOfHeld(one: HeldDay, { channel, dataset }: CoverageQuestion): DayState {
  if (!one.intact) return 'partial'
  if (one.rows === 0) return 'empty-proven'
  return isSettled(one.day, one.fetchedAt, channel.zone, dataset.timing) ? 'complete-settled' : 'complete-settling'
}

function stateOfMissing(day: Day, { today, edge, goneAtStart }: Landmarks, { channel, dataset, listing }: CoverageQuestion): DayState {
  // A day that Amazon had forgotten when the account was connected was never to be had, so it is no loss.
  if (day < channel.wantedFrom || (goneAtStart !== null && day <= goneAtStart)) return 'before-start'
  if (listing !== undefined) return stateOfUnlisted(day, { listing, zone: channel.zone, timing: dataset.timing, edge, today })
  if (day >= edge) return 'not-due'
  const { lookBackDays } = dataset.timing
  return lookBackDays !== null && today - day > lookBackDays ? 'missing-lost' : 'missing-fetchable'
}
