import type { Brand } from '../lib/brand.ts'
import { brand } from '../lib/brand.ts'

/** A marketplace's calendar day as days since 1970-01-01; the zone belongs to the channel. */
export type Day = Brand<number, 'Day'>

/** Half-open run of days: `from` is in, `until` is out. */
export interface DayInterval {
  readonly from: Day
  readonly until: Day
}

const MS_PER_DAY = 86_400_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD`; null when it is no real calendar day. */
export function parseDay(text: string): Day | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  const day = brand<Day>(ms / MS_PER_DAY)
  return formatDay(day) === text ? day : null
}

export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return brand<Day>(day + days)
}

export function interval(from: Day, until: Day): DayInterval {
  return { from, until: until < from ? from : until }
}

export function daysIn({ from, until }: DayInterval): Day[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, i) => addDays(from, i))
}

export function lengthOf({ from, until }: DayInterval): number {
  return Math.max(0, until - from)
}

/** Joins single days into the fewest intervals, oldest first. */
export function toIntervals(days: readonly Day[]): DayInterval[] {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const found: DayInterval[] = []
  for (const day of sorted) {
    const last = found.at(-1)
    if (last && last.until === day) found[found.length - 1] = interval(last.from, addDays(day, 1))
    else found.push(interval(day, addDays(day, 1)))
  }
  return found
}
