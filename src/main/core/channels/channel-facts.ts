import type { Channel } from '../../../shared/domain/account.ts'
import { isComplete, isFetchable, type CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, type Day } from '../../../shared/domain/day.ts'
import { endOfDay } from '../../../shared/domain/derive-coverage.ts'
import { freshTo, settledTo } from '../../../shared/domain/freshness.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Dataset } from '../../datasets/dataset.ts'

/** What coverage says about one dataset of one channel. */
export interface DatasetFacts {
  readonly channel: Channel
  readonly dataset: Dataset
  /** Empty for snapshots. */
  readonly days: readonly CoverageDay[]
  readonly freshTo: Day | null
  readonly settledTo: Day | null
  readonly completeDays: number
  readonly wantedDays: number
  readonly fetchableDays: number
  readonly lostDays: number
  readonly rows: number
  /** The oldest day that can still be fetched and will leave Amazon, with the instant it leaves. */
  readonly leaving: { readonly day: Day; readonly leavesAt: Instant } | null
  readonly takenAt: Instant | null
}

/** Condenses the days of a dataset; pure. */
export function factsOf(
  channel: Channel,
  dataset: Dataset,
  days: readonly CoverageDay[],
  taken: { at: Instant; rows: number | null } | null,
): DatasetFacts {
  const wanted = days.filter((day) => day.state !== 'before-start' && day.state !== 'not-due')
  const held = wanted.filter((day) => isComplete(day.state))
  const missing = wanted.filter((day) => isFetchable(day.state))
  const next = missing.find((day) => day.fetchableUntil !== null)
  return {
    channel,
    dataset,
    days,
    freshTo: freshTo(days),
    settledTo: settledTo(days),
    completeDays: held.length,
    wantedDays: wanted.length,
    fetchableDays: missing.length,
    lostDays: wanted.filter((day) => day.state === 'missing-lost').length,
    rows: taken?.rows ?? held.reduce((sum, day) => sum + day.rows, 0),
    leaving: next && next.fetchableUntil !== null ? { day: next.day, leavesAt: endOfDay(next.fetchableUntil, channel.zone) } : null,
    takenAt: taken?.at ?? null,
  }
}

export function dayOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}

/**
 * The day a channel's data reaches: of the datasets that are late the earliest, otherwise the newest day held. A publish
 * delay is not lateness. Null as soon as a dataset that Amazon offers holds nothing.
 */
export function dataTo(facts: readonly DatasetFacts[]): Day | null {
  const events = facts.filter((one) => one.dataset.shape === 'event' && one.wantedDays > 0)
  const reached = events.map((one) => one.freshTo)
  if (reached.length === 0 || reached.includes(null)) return null
  const late = events.filter(isLate).map((one) => one.freshTo)
  return late.length > 0 ? extreme(late, (a, b) => a < b) : extreme(reached, (a, b) => a > b)
}

function isLate(one: DatasetFacts): boolean {
  const newestWanted = one.days.findLast((day) => day.state !== 'not-due')?.day ?? null
  return one.freshTo !== newestWanted
}

function extreme(days: readonly (Day | null)[], better: (a: Day, b: Day) => boolean): Day | null {
  return days.reduce((best, day) => (best === null || (day !== null && better(day, best)) ? day : best), null)
}
