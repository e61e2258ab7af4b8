import { isComplete, isFetchable, type CoverageDay } from './coverage.ts'
import type { Day } from './day.ts'

/** A fetchable hole younger than this holds freshness back; older holes are a backfill's business. */
const LOOKBACK_DAYS = 30

/** Newest day through which a dataset is complete: no hole that can still be fetched lies in the 30 days before it. Null: nothing held. */
export function freshTo(days: readonly CoverageDay[]): Day | null {
  const newest = days.findLastIndex((day) => isComplete(day.state))
  if (newest < 0) return null
  const from = Math.max(0, newest - LOOKBACK_DAYS)
  const hole = days.findIndex((day, index) => index >= from && index < newest && isFetchable(day.state))
  if (hole < 0) return days[newest]?.day ?? null
  const before = days.findLastIndex((day, index) => index < hole && isComplete(day.state))
  return before < 0 ? null : (days[before]?.day ?? null)
}

/** Newest day up to which every held day is settled. Null: none. */
export function settledTo(days: readonly CoverageDay[]): Day | null {
  return days.findLast((day) => day.state === 'complete-settled')?.day ?? null
}
