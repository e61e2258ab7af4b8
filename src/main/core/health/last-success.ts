import type { Instant } from '../../../shared/domain/ids.ts'
import type { DatasetStanding } from './health-snapshot.ts'
import { NEWEST_DAYS } from './policy.ts'

/** When anything of these datasets was last fetched; null when nothing ever was. */
export function lastSuccessOf(facts: readonly DatasetStanding[]): Instant | null {
  let last = 0
  for (const one of facts) {
    last = Math.max(last, one.takenAt ?? 0)
    for (const day of one.days.slice(-NEWEST_DAYS)) last = Math.max(last, day.fetchedAt ?? 0)
  }
  return last === 0 ? null : last
}
