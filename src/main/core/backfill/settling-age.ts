import type { Day } from '../../../shared/domain/day.ts'
import { endOfDay, isSettled } from '../../../shared/domain/derive-coverage.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { DatasetTiming } from '../../../shared/domain/timing.ts'

const MS_PER_DAY = 86_400_000

/**
 * When a held day is to be fetched again: the first age it had not reached when it was fetched; null once it is settled.
 * Ages count from the moment Amazon offers the day, so an older day falls due together with the newest one and both share a request.
 */
export function settlingDueAt(day: Day, fetchedAt: Instant, zone: string, timing: DatasetTiming): Instant | null {
  if (isSettled(day, fetchedAt, zone, timing)) return null
  const offeredAt = endOfDay(day, zone) + timing.publishDelayMs
  const moments = [...timing.settlingAges.filter((age) => age < timing.settlingDays), timing.settlingDays]
    .map((age) => offeredAt + age * MS_PER_DAY)
    .filter((at) => at > fetchedAt)
  return moments.length === 0 ? null : Math.min(...moments)
}
