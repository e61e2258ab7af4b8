import { addDays, parseDay, formatDay, type Day } from '../../../shared/domain/day.ts'

export interface Month {
  /** `YYYY-MM`. */
  readonly key: string
  readonly first: Day
  /** Rows of seven; null where the month has no day. */
  readonly weeks: readonly (readonly (Day | null)[])[]
}

/** Months that hold any of the days `[from, until)`, each as weeks beginning on `firstWeekday` (0 is Sunday). */
export function monthsOf(from: Day, until: Day, firstWeekday: number): Month[] {
  const months: Month[] = []
  for (let first = startOfMonth(from); first < until; first = startOfNextMonth(first)) {
    const next = startOfNextMonth(first)
    const lead = (weekdayOf(first) - firstWeekday + 7) % 7
    const cells = Array.from({ length: Math.ceil((lead + next - first) / 7) * 7 }, (_, at) => {
      const day = addDays(first, at - lead)
      return day >= first && day < next ? day : null
    })
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
    months.push({ key: formatDay(first).slice(0, 7), first, weeks })
  }
  return months
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

/** First weekday of a locale, 0 is Sunday; Monday where the locale does not tell. */
export function firstWeekdayOf(locale: string): number {
  const told: unknown = Reflect.get(new Intl.Locale(locale), 'getWeekInfo')
  if (typeof told !== 'function') return 1
  const week: unknown = Reflect.apply(told, new Intl.Locale(locale), [])
  const first: unknown = typeof week === 'object' && week !== null ? Reflect.get(week, 'firstDay') : 1
  return typeof first === 'number' ? first % 7 : 1
}

/** The day that a key leads to, kept inside `[from, until)`; null for a key that means nothing here. */
export function dayAfterKey(key: string, day: Day, bounds: { readonly from: Day; readonly until: Day }): Day | null {
  const target = targets[key]?.(day)
  if (target === undefined) return null
  if (target < bounds.from) return bounds.from
  return target >= bounds.until ? addDays(bounds.until, -1) : target
}

const targets: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => sameDayIn(startOfMonth(addDays(startOfMonth(day), -1)), day),
  PageDown: (day) => sameDayIn(startOfNextMonth(day), day),
  Home: startOfMonth,
  End: (day) => addDays(startOfNextMonth(day), -1),
}

function sameDayIn(first: Day, day: Day): Day {
  const wanted = addDays(first, day - startOfMonth(day))
  const last = addDays(startOfNextMonth(first), -1)
  return wanted > last ? last : wanted
}

function startOfMonth(day: Day): Day {
  return parseDay(`${formatDay(day).slice(0, 7)}-01`) ?? day
}

function startOfNextMonth(day: Day): Day {
  return startOfMonth(addDays(startOfMonth(day), 31))
}
