import { Temporal } from 'temporal-polyfill'

const MS_PER_DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const EPOCH = Temporal.PlainDate.from('1970-01-01')
/** The day asked for last in each zone: the same one is asked for thousands of times in a row. */
const lastDays = new Map<string, { readonly day: number; readonly from: number; readonly until: number }>()
const starts = new Map<string, Map<number, number>>()

/** Calendar day (days since 1970-01-01) that an instant (ms since 1970) falls on in a time zone. */
export function epochDayAt(instantMs: number, zone: string): number {
  const near = lastDays.get(zone)
  if (near !== undefined && instantMs >= near.from && instantMs < near.until) return near.day
  const day = formattedDay(instantMs, zone)
  lastDays.set(zone, { day, from: startOfEpochDay(day, zone), until: startOfEpochDay(day + 1, zone) })
  return day
}

function formattedDay(instantMs: number, zone: string): number {
  const [year, month, date] = format(zone).format(instantMs).split('-').map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1) / MS_PER_DAY
}

/** First instant (ms since 1970) of a calendar day in a time zone; right on days with 23 or 25 hours. */
export function startOfEpochDay(epochDay: number, zone: string): number {
  const known = starts.get(zone) ?? new Map<number, number>()
  starts.set(zone, known)
  const cached = known.get(epochDay)
  if (cached !== undefined) return cached
  const start = EPOCH.add({ days: epochDay }).toZonedDateTime(zone).epochMilliseconds
  known.set(epochDay, start)
  return start
}

/** An instant as ISO text with the offset the zone has then, whole seconds: `2026-03-10T00:00:00+01:00`. */
export function isoInZone(instantMs: number, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone)
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** Whether days can be counted in a zone of this name. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && format(name) !== null
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, made)
  return made
}
