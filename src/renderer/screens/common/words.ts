import { addDays, interval, parseDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { DASH } from '../../format/dash.ts'
import { dayText, longDayText, weekdayText } from '../../format/day.ts'
import { dateFormat } from '../../format/intl-cache.ts'
import { dateOf, datedMomentText, evidenceTimeText, momentText, timeText, type MomentWords } from '../../format/moment.ts'
import { rangeText } from '../../format/range.ts'
import { spanText, untilText } from '../../format/relative.ts'
import { useMomentWords, useNow } from '../../state/use-state.ts'

const EPOCH = brand<Day>(0)

/** How this window writes days and moments now. Days come as `YYYY-MM-DD`, moments as ms since 1970. */
export interface Words extends MomentWords {
  readonly now: number
  readonly today: Day
  day(text: string | null): string
  weekday(text: string): string
  longDay(text: string): string
  /** Both ends included. */
  range(from: string, to: string): string
  time(at: number): string
  evidence(at: number): string
  moment(at: number): string
  dated(at: number): string
  date(at: number): string
  until(at: number): string
  span(ms: number): string
}

export function createWords({ locale, zone }: MomentWords, now: number): Words {
  const words = { locale, zone }
  const today = dayIn(now, zone)
  const days = { locale, today }
  const written = (text: string | null, write: (day: Day) => string): string => {
    const day = text === null ? null : parseDay(text)
    return day === null ? DASH : write(day)
  }
  return {
    locale,
    zone,
    now,
    today,
    day: (text) => written(text, (day) => dayText(day, days)),
    weekday: (text) => written(text, (day) => weekdayText(day, days)),
    longDay: (text) => written(text, (day) => longDayText(day, days)),
    range: (from, to) => rangeText(wholeRange(from, to), days),
    time: (at) => timeText(at, words),
    evidence: (at) => evidenceTimeText(at, words),
    moment: (at) => momentText(at, now, words),
    dated: (at) => datedMomentText(at, now, words),
    date: (at) => dateOf(at, now, words),
    until: (at) => untilText(at, now, words),
    span: spanText,
  }
}

export function useWords(): Words {
  return createWords(useMomentWords(), useNow())
}

/** The calendar day of an instant in a zone. */
export function dayIn(at: number, zone: string): Day {
  const iso = dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at)
  return parseDay(iso) ?? brand<Day>(Math.floor(at / 86_400_000))
}

/** Two written days, both included, as a half-open interval. */
export function wholeRange(from: string, to: string): DayInterval {
  const first = parseDay(from)
  const last = parseDay(to)
  if (first === null || last === null) return interval(EPOCH, EPOCH)
  return interval(first, addDays(last, 1))
}
