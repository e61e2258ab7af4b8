import type { Core } from '../core.ts'
import { DAY_MS, zoneOffsetMs } from '../lib/days.ts'
import { instantOf } from '../lib/instants.ts'
import { badRequest, type Answer } from './answers.ts'
import { paramOf } from './query.ts'

export type Granularity = 'Hour' | 'Day' | 'Week' | 'Month' | 'Year' | 'Total'

/** An order metrics request that keeps Amazon's rules. Instants in milliseconds, half-open. */
export type MetricsQuery = {
  readonly startMs: number
  readonly endMs: number
  readonly granularity: Granularity
  readonly zone: string
  readonly weekStartsOnSunday: boolean
  readonly sku: string | undefined
  readonly asin: string | undefined
}

const GRANULARITIES: readonly string[] = ['Hour', 'Day', 'Week', 'Month', 'Year', 'Total']

/** Reads the query or answers with the 400 it earns. */
export function readMetricsQuery(core: Core, query: URLSearchParams): MetricsQuery | Answer {
  const granularity = paramOf(query, 'granularity') ?? ''
  if (!isGranularity(granularity)) return badRequest('The granularity is invalid.')
  const span = readInterval(core, query, granularity)
  if ('status' in span) return span
  const sku = paramOf(query, 'sku')
  const asin = paramOf(query, 'asin')
  if (sku !== undefined && asin !== undefined) return badRequest('Only one of asin and sku may be given.')
  return { ...span, granularity, weekStartsOnSunday: query.get('firstDayOfWeek') === 'Sunday', sku, asin }
}

type Interval = Pick<MetricsQuery, 'startMs' | 'endMs' | 'zone'>

function readInterval(core: Core, query: URLSearchParams, granularity: Granularity): Interval | Answer {
  const [from = '', to = ''] = (query.get('interval') ?? '').split('--')
  const startMs = instantOf(from)
  const endMs = instantOf(to)
  if (startMs === undefined || endMs === undefined || endMs <= startMs) return badRequest('The interval is invalid.')
  if (startMs < core.now() - REACH_DAYS[granularity] * DAY_MS) return badRequest('The interval starts too long ago for this granularity.')
  const zone = paramOf(query, 'granularityTimeZone')
  const wrong = troubleWithZone(granularity, zone, from, to)
  return wrong === undefined ? { startMs, endMs, zone: zone ?? 'UTC' } : badRequest(wrong)
}

/** How far back each granularity reaches, a day more than said so that zones do not matter. Source: sales model. */
const REACH_DAYS: Readonly<Record<Granularity, number>> = { Hour: 31, Day: 732, Week: 732, Month: 732, Year: 732, Total: 732 }

function isGranularity(text: string): text is Granularity {
  return GRANULARITIES.includes(text)
}

function troubleWithZone(granularity: Granularity, zone: string | undefined, from: string, to: string): string | undefined {
  if (zone === undefined) return granularity === 'Hour' || granularity === 'Total' ? undefined : 'granularityTimeZone is required.'
  try {
    return offsetFits(from, zone) && offsetFits(to, zone) ? undefined : 'granularityTimeZone does not match the offset of the interval.'
  } catch {
    return 'granularityTimeZone is not a known time zone.'
  }
}

/** An instant written with the offset that the zone has at that instant. */
function offsetFits(text: string, zone: string): boolean {
  const ms = instantOf(text) ?? 0
  const written = text.match(/([+-])(\d{2}):?(\d{2})$/)
  const writtenMs = written === null ? 0 : (written[1] === '-' ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3])) * 60_000
  return writtenMs === zoneOffsetMs(ms, zone)
}
