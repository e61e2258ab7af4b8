import { Temporal } from 'temporal-polyfill'

/** A calendar day as `YYYY-MM-DD`; which zone it belongs to is said by what surrounds it. */
export type Day = string

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** A day's half-open run of instants in a zone, in milliseconds since 1970. */
export type DayBounds = { readonly startMs: number; readonly endMs: number }

const boundsSeen = new Map<string, DayBounds>()

/** First and last instant of a day in a zone. 23, 24 or 25 hours long. */
export function dayBounds(day: Day, zone: string): DayBounds {
  const key = `${zone} ${day}`
  const seen = boundsSeen.get(key)
  if (seen !== undefined) return seen
  const date = Temporal.PlainDate.from(day)
  const bounds = {
    startMs: date.toZonedDateTime(zone).epochMilliseconds,
    endMs: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  }
  boundsSeen.set(key, bounds)
  return bounds
}

/** The day that an instant falls on in a zone. */
export function dayOf(ms: number, zone: string): Day {
  const near = new Date(ms).toISOString().slice(0, 10)
  for (const day of [near, nextDay(near, -1), nextDay(near, 1)]) {
    const bounds = dayBounds(day, zone)
    if (ms >= bounds.startMs && ms < bounds.endMs) return day
  }
  throw new Error(`no calendar day for instant ${ms} in ${zone}`)
}

/** The day `count` days later (or earlier, when negative). */
export function nextDay(day: Day, count = 1): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function daysFromTo(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = nextDay(day)) days.push(day)
  return days
}

/** The days of a zone that the half-open run [startMs, endMs) touches. */
export function daysTouched(startMs: number, endMs: number, zone: string): Day[] {
  return endMs <= startMs ? [] : daysFromTo(dayOf(startMs, zone), dayOf(endMs - 1, zone))
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && nextDay(text, 0) === text
}

/** How far a zone's clocks are ahead of UTC at an instant. Throws for a zone nobody knows. */
export function zoneOffsetMs(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}

/** An instant as zones write it: `2026-09-15T14:00+02:00`, or with Z in UTC. */
export function isoInZone(ms: number, zone: string): string {
  if (zone === 'UTC') return `${new Date(ms).toISOString().slice(0, 16)}Z`
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: zone, smallestUnit: 'minute' })
}
