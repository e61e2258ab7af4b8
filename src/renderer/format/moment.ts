import { dateFormat } from './intl-cache.ts'
import { writeDate } from './write-date.ts'

export interface MomentWords {
  readonly locale: string
  /** IANA zone of the person's computer, or of the marketplace where days are meant. */
  readonly zone: string
}

/** "14:20", 24 or 12 h by locale. `at` is milliseconds since 1970. */
export function timeText(at: number, { locale, zone }: MomentWords): string {
  return dateFormat(locale, { hour: hourWish(locale), minute: '2-digit', timeZone: zone }).format(at)
}

/** "14:09:31": seconds belong to evidence alone. */
export function evidenceTimeText(at: number, { locale, zone }: MomentWords): string {
  return dateFormat(locale, { hour: hourWish(locale), minute: '2-digit', second: '2-digit', timeZone: zone }).format(at)
}

/** "14:20" today, "Mon 18:20" within six days, else "3 Sep 10:22", with the year when it is not this one. */
export function momentText(at: number, now: number, words: MomentWords): string {
  const time = timeText(at, words)
  const distance = dayNumber(now, words.zone) - dayNumber(at, words.zone)
  if (distance === 0) return time
  if (distance > 0 && distance < 7) return `${write(at, words, { weekday: 'short' })} ${time}`
  return `${dateOf(at, now, words)} ${time}`
}

/** "14 Sep 18:05": the date always said. */
export function datedMomentText(at: number, now: number, words: MomentWords): string {
  return `${dateOf(at, now, words)} ${timeText(at, words)}`
}

/** "27 Sep": the calendar date of an instant in a zone. */
export function dateOf(at: number, now: number, words: MomentWords): string {
  const sameYear = write(at, words, { year: 'numeric' }) === write(now, words, { year: 'numeric' })
  return write(at, words, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** A 24 h clock has two digits, so a column of times stays straight. */
function hourWish(locale: string): 'numeric' | '2-digit' {
  return dateFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true ? 'numeric' : '2-digit'
}

function write(at: number, { locale, zone }: MomentWords, options: Intl.DateTimeFormatOptions): string {
  return writeDate(at, locale, { ...options, timeZone: zone })
}

function dayNumber(at: number, zone: string): number {
  const iso = dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at)
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000
}
