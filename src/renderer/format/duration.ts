const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "41 ms", "3.8 s", "9 min", "1 h 40", "3 d 18 h": how long something took or will take. Rounded to what is shown. */
export function durationText(ms: number, locale: string): string {
  const length = Math.max(0, ms)
  if (length < SECOND) return `${Math.round(length)} ms`
  if (length < MINUTE) return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Math.floor(length / 100) / 10)} s`
  const minutes = Math.round(length / MINUTE)
  if (minutes < 60) return `${minutes} min`
  if (length < DAY) return hoursText(minutes)
  const hours = Math.floor(length / HOUR)
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

function hoursText(minutes: number): string {
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`
}
