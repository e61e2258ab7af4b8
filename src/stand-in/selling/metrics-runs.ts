import { dayBounds, dayOf, daysTouched, HOUR_MS, nextDay, type Day } from '../lib/days.ts'
import type { MetricsQuery } from './metrics-query.ts'

export type Run = { readonly startMs: number; readonly endMs: number }

/** Cuts the asked interval at the granularity's boundaries; head and tail may be partial. */
export function metricsRuns(query: MetricsQuery): Run[] {
  const { startMs, endMs } = query
  if (query.granularity === 'Total') return [{ startMs, endMs }]
  const cuts = query.granularity === 'Hour' ? hourCuts(query) : dayCuts(query)
  const edges = [startMs, ...cuts.filter((ms) => ms > startMs && ms < endMs), endMs]
  return edges.slice(1).map((edge, index) => ({ startMs: edges[index] ?? startMs, endMs: edge }))
}

function hourCuts({ startMs, endMs }: MetricsQuery): number[] {
  const cuts: number[] = []
  for (let ms = Math.ceil(startMs / HOUR_MS) * HOUR_MS; ms < endMs; ms += HOUR_MS) cuts.push(ms)
  return cuts
}

function dayCuts(query: MetricsQuery): number[] {
  const last = nextDay(dayOf(query.endMs - 1, query.zone))
  return [...daysTouched(query.startMs, query.endMs, query.zone), last]
    .filter((day) => startsRun(day, query))
    .map((day) => dayBounds(day, query.zone).startMs)
}

function startsRun(day: Day, query: MetricsQuery): boolean {
  switch (query.granularity) {
    case 'Week':
      return new Date(`${day}T00:00:00Z`).getUTCDay() === (query.weekStartsOnSunday ? 0 : 1)
    case 'Month':
      return day.endsWith('-01')
    case 'Year':
      return day.endsWith('-01-01')
    case 'Day':
    case 'Hour':
    case 'Total':
      return true
  }
}
