import { addDays, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'

export interface CutRules {
  /** Longest legal interval that ends before `until`, in days; at least 1. */
  readonly spanBefore: (until: Day) => number
  /** Longest interval a certain day may be part of. */
  readonly spanOf: (day: Day) => number
  /** Whether a day nobody asked for may ride along when that saves a request. */
  readonly mayBridge: (day: Day) => boolean
}

/**
 * The fewest legal intervals that hold every given day, newest first, cut from the newest day backwards so that recent days
 * share requests. An interval begins and ends with a given day; days in between that were not given are bridged.
 */
export function cutDays(days: readonly Day[], rules: CutRules): DayInterval[] {
  const wanted = new Set(days)
  const newestFirst = [...wanted].sort((a, b) => b - a)
  const cut: DayInterval[] = []
  let covered: Day | null = null
  for (const day of newestFirst) {
    if (covered !== null && day >= covered) continue
    const from = reachBack(day, wanted, rules)
    cut.push(interval(from, addDays(day, 1)))
    covered = from
  }
  return cut
}

function reachBack(newest: Day, wanted: ReadonlySet<Day>, rules: CutRules): Day {
  const until = addDays(newest, 1)
  const earliest = addDays(until, -Math.max(1, rules.spanBefore(until)))
  let from = newest
  let span = rules.spanOf(newest)
  for (let day = addDays(newest, -1); day >= earliest; day = addDays(day, -1)) {
    span = Math.min(span, rules.spanOf(day))
    if (until - day > span) break
    if (wanted.has(day)) from = day
    else if (!rules.mayBridge(day)) break
  }
  return from
}
