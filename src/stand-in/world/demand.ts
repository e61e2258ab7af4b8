import { daysBetween, type Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import type { Channel } from './world.ts'

const BASE_DAY = '2025-01-01'
/** Sunday first. */
const WEEK = [1.12, 1.06, 0.98, 0.95, 0.96, 0.92, 1.01] as const
/** Yearly growth of demand. */
const GROWTH = 0.14
/** Days of each hundred on which a small channel sells nothing. */
const QUIET_DAYS = 2

/** How a day compares with an ordinary day of the year 2025 (1 = the same). */
export function demandOn(channel: Channel, day: Day): number {
  if (day < channel.openedOn) return 0
  const draw = drawFor(channel.seed, channel.key, 'demand', day)
  if (channel.ordersPerDay < 10 && draw() * 100 < QUIET_DAYS) return 0
  const years = daysBetween(BASE_DAY, day) / 365
  const weekday = WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1
  const wave = 1 + 0.09 * Math.sin(((dayOfYear(day) - 80) / 365) * 2 * Math.PI)
  return Math.max(0.25, 1 + GROWTH * years) * weekday * wave * peakOn(day) * (0.82 + draw() * 0.36)
}

/** How many orders the day brings, before anything is cancelled. */
export function orderCountOn(channel: Channel, day: Day): number {
  const expected = channel.ordersPerDay * demandOn(channel, day)
  return Math.floor(expected + drawFor(channel.seed, channel.key, 'count', day)())
}

function peakOn(day: Day): number {
  const monthDay = day.slice(5)
  if (monthDay >= '07-08' && monthDay <= '07-11') return 1.9
  if (monthDay >= '11-20' && monthDay <= '11-30') return 2.1
  if (monthDay >= '12-01' && monthDay <= '12-20') return 1.55
  if (monthDay >= '12-25' && monthDay <= '12-31') return 0.7
  return 1
}

function dayOfYear(day: Day): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day)
}
