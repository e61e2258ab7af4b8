import type { Channel } from '../../../shared/domain/account.ts'
import { isComplete, isFetchable, type CoverageDay, type DayState } from '../../../shared/domain/coverage.ts'
import { addDays, daysIn, formatDay, interval, parseDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { currencyScale } from '../../../shared/domain/money.ts'

/** What every report says about itself. */
export interface Frame {
  readonly channelId: Channel['id']
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly currency: string
  readonly moneyScale: number
  readonly asOf: number | null
  readonly days: DayState[]
  readonly missingDays: string[]
  readonly settlingDays: string[]
}

/** A range as the person says it (both ends in) as a half-open interval; null when it is upside down or over three years. */
export function rangeOf(from: string, to: string): DayInterval | null {
  const first = parseDay(from)
  const last = parseDay(to)
  if (first === null || last === null || last < first || last - first > 1096) return null
  return interval(first, addDays(last, 1))
}

/** Frame of a report made of one dataset's days. */
export function frameOf(channel: Channel, range: DayInterval, coverage: readonly CoverageDay[]): Frame {
  return {
    channelId: channel.id,
    from: formatDay(range.from),
    to: formatDay(addDays(range.until, -1)),
    zone: channel.zone,
    currency: channel.currency,
    moneyScale: currencyScale(channel.currency),
    ...partOf(range, coverage),
  }
}

/** Age and days of a part of a report that has a dataset of its own. */
export function partOf(
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Pick<Frame, 'asOf' | 'days' | 'missingDays' | 'settlingDays'> {
  const states = new Map(coverage.map((day) => [day.day, day]))
  const days = daysIn(range)
  const stateOf = (day: Day): DayState => states.get(day)?.state ?? 'before-start'
  const fetched = coverage.map((day) => day.fetchedAt).filter((at) => at !== null)
  return {
    asOf: fetched.length === 0 ? null : Math.max(...fetched),
    days: days.map(stateOf),
    missingDays: days.filter((day) => isFetchable(stateOf(day)) || stateOf(day) === 'missing-lost').map(formatDay),
    settlingDays: days.filter((day) => stateOf(day) === 'complete-settling').map(formatDay),
  }
}

/** Days whose figures may be shown: what is not complete is left out, never guessed. */
export function shownDays(coverage: readonly CoverageDay[]): ReadonlySet<Day> {
  return new Set(coverage.filter((day) => isComplete(day.state)).map((day) => day.day))
}

export function sumOf<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + pick(row), 0)
}
