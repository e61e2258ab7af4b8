import type { Line } from '../../../shared/contract/views/channels.ts'
import type { CoverageDay, DayState } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, type Day } from '../../../shared/domain/day.ts'

/** Days drawn in a channel's line. */
export const LINE_DAYS = 90

/** Worst first: a line shows, per day, the worst of its datasets. */
const WORST_FIRST: readonly DayState[] = [
  'missing-lost',
  'missing-fetchable',
  'partial',
  'complete-settling',
  'complete-settled',
  'empty-proven',
  'not-due',
  'before-start',
]

export interface Strands {
  readonly selling: readonly (readonly CoverageDay[])[]
  readonly advertising: readonly (readonly CoverageDay[])[]
}

/** One state per day and API family, ending with yesterday. Null strand: no dataset of that family is used. */
export function lineOf(strands: Strands, today: Day): Line {
  const from = addDays(today, -LINE_DAYS)
  return { from: formatDay(from), selling: strand(strands.selling, from), advertising: strand(strands.advertising, from) }
}

export function worstState(states: readonly DayState[]): DayState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'before-start'
}

/** `not-due` of a slow dataset must not hide what the others hold, so it counts only when nothing else is known. */
function strand(datasets: readonly (readonly CoverageDay[])[], from: Day): DayState[] | null {
  if (datasets.length === 0) return null
  const byDay = datasets.map((days) => new Map(days.map((day) => [day.day, day.state])))
  return Array.from({ length: LINE_DAYS }, (_, index) =>
    worstState(byDay.map((states) => states.get(addDays(from, index)) ?? 'before-start')),
  )
}
