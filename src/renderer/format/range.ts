import { addDays, lengthOf, type Day, type DayInterval } from '../../shared/domain/day.ts'
import { DASH } from './dash.ts'
import { dayText, yearOf, type DayWords } from './day.ts'
import { dateFormat } from './intl-cache.ts'

const MS_PER_DAY = 86_400_000

/** "16 Aug to 14 Sep": both ends included. Neighbours read "16 and 17 Jul"; a shared month is said once where the locale allows. */
export function rangeText(days: DayInterval, words: DayWords): string {
  const count = lengthOf(days)
  if (count === 0) return DASH
  const last = addDays(days.until, -1)
  if (count === 1) return dayText(last, words)
  return `${startText(days.from, last, words)} ${count === 2 ? 'and' : 'to'} ${dayText(last, words)}`
}

function startText(first: Day, last: Day, words: DayWords): string {
  if (sameMonth(first, last) && isDayFirst(words.locale)) return String(new Date(first * MS_PER_DAY).getUTCDate())
  const year = yearOf(first) === yearOf(last) ? { ...words, today: first } : words
  return dayText(first, year)
}

function sameMonth(a: Day, b: Day): boolean {
  return new Date(a * MS_PER_DAY).toISOString().slice(0, 7) === new Date(b * MS_PER_DAY).toISOString().slice(0, 7)
}

/** In "14 Sep" the day may stand alone before "to"; in "Sep 14" it may not. */
function isDayFirst(locale: string): boolean {
  const [first] = dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatToParts(0)
  return first?.type === 'day'
}
