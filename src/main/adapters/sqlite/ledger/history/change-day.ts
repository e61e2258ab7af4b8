import type { FreshRow } from '../fresh-day.ts'
import { holdsOn, type Version } from './versions.ts'

/** What to write so that exactly the fresh rows hold on a day and no other kept day says anything new. */
export interface DayChange {
  /** Versions that began on the day and hold on no other. */
  readonly remove: readonly Version[]
  /** Versions that end before the day. */
  readonly close: readonly Version[]
  /** Versions that hold on later kept days too: what of them is left from then on. */
  readonly resume: readonly Version[]
  readonly begin: readonly FreshRow[]
}

/**
 * Compares the rows that hold on a day with those a snapshot brought. `next` is the first kept day after it, null in the
 * ordinary case that the day is the newest; a clock that was set back is the other.
 */
export function changeDay(held: readonly Version[], fresh: readonly FreshRow[], day: number, next: number | null): DayChange {
  const wanted = new Map<string, FreshRow[]>()
  for (const row of fresh) wanted.set(row.line, [...(wanted.get(row.line) ?? []), row])
  const gone = held.filter((version) => wanted.get(version.line)?.pop() === undefined)
  return {
    remove: gone.filter((version) => version.from === day),
    close: gone.filter((version) => version.from < day),
    resume: next === null ? [] : gone.filter((version) => holdsOn(version, next)),
    begin: [...wanted.values()].flat(),
  }
}
