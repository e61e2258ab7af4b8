import { dateOf, type MomentWords } from './moment.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Up to here hours are said, then days. Source: the look, section 7. */
const HOURS_UP_TO = 48 * HOUR
/** Up to here days are said, then the date. */
const DAYS_UP_TO = 400 * DAY

/** "in 18 h", "in 12 d", then the date. What is left is rounded down, so nobody is promised more than there is. */
export function untilText(at: number, now: number, words: MomentWords): string {
  const left = at - now
  if (left <= 0) return 'now'
  return left > DAYS_UP_TO ? dateOf(at, now, words) : `in ${spanText(left)}`
}

/** "3 h ago", "12 d ago", then the date. */
export function agoText(at: number, now: number, words: MomentWords): string {
  const gone = now - at
  if (gone < MINUTE) return 'just now'
  return gone > DAYS_UP_TO ? dateOf(at, now, words) : `${spanText(gone)} ago`
}

/** "18 h" or "12 d": a column whose head already says what the span means. */
export function spanText(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / MINUTE))} min`
  if (ms < HOURS_UP_TO) return `${Math.floor(ms / HOUR)} h`
  return `${Math.floor(ms / DAY)} d`
}
