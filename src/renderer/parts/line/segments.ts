import type { DayState } from '../../../shared/domain/coverage.ts'

/** A run of equal days: `[from, from + days)`, counted from the first day drawn. */
export interface Segment {
  readonly state: DayState
  readonly from: number
  readonly days: number
}

/** Joins neighbouring equal days, so a strand of 90 days is a handful of shapes. */
export function segmentsOf(states: readonly DayState[]): Segment[] {
  const segments: Segment[] = []
  states.forEach((state, day) => {
    const last = segments.at(-1)
    if (last?.state === state) segments[segments.length - 1] = { ...last, days: last.days + 1 }
    else segments.push({ state, from: day, days: 1 })
  })
  return segments
}

const HELD: ReadonlySet<DayState> = new Set(['complete-settled', 'complete-settling', 'empty-proven', 'partial'])

/** Which ends of a run are rounded: those where the line does not go on. */
export function roundedEnds(segments: readonly Segment[], at: number): { readonly start: boolean; readonly end: boolean } {
  return { start: !isHeld(segments[at - 1]), end: !isHeld(segments[at + 1]) }
}

function isHeld(segment: Segment | undefined): boolean {
  return segment !== undefined && HELD.has(segment.state)
}

/** "28 complete, 2 can be fetched": the accessible name of a strand, in the order of the days. */
export function countStates(states: readonly DayState[]): Readonly<Partial<Record<DayState, number>>> {
  const counts: Partial<Record<DayState, number>> = {}
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
