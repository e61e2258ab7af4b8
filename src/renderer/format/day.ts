import type { Day } from '../../shared/domain/day.ts'
import { writeDate } from './write-date.ts'

const MS_PER_DAY = 86_400_000

export interface DayWords {
  readonly locale: string
  /** Decides whether the year must be said. */
  readonly today: Day
}

/** "14 Sep", with the year only when it is not this year: "3 Sep 2025". The order of the parts is the locale's. */
export function dayText(day: Day, { locale, today }: DayWords): string {
  return write(day, locale, { day: 'numeric', month: 'short', ...yearWish(day, today) })
}

/** "Mon 14 Sep", for day tables. */
export function weekdayText(day: Day, { locale, today }: DayWords): string {
  return write(day, locale, { weekday: 'short', day: 'numeric', month: 'short', ...yearWish(day, today) }).replace(/,(?=\s)/, '')
}

/** "Tuesday 8 September", for the head of one day. */
export function longDayText(day: Day, { locale, today }: DayWords): string {
  return write(day, locale, { weekday: 'long', day: 'numeric', month: 'long', ...yearWish(day, today) }).replace(/,(?=\s)/, '')
}

/** "September", with the year when it is not this one. */
export function monthText(day: Day, { locale, today }: DayWords): string {
  return write(day, locale, { month: 'long', ...yearWish(day, today) })
}

/** "Sep", for axes. */
export function shortMonthText(day: Day, locale: string): string {
  return write(day, locale, { month: 'short' })
}

/** Year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

function yearWish(day: Day, today: Day): Intl.DateTimeFormatOptions {
  return yearOf(day) === yearOf(today) ? {} : { year: 'numeric' }
}

function write(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return writeDate(day * MS_PER_DAY, locale, { ...options, timeZone: 'UTC' })
}
