import { addDays, type Day } from '../../../shared/domain/day.ts'
import { endOfDay, isSettled } from '../../../shared/domain/derive-coverage.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { DatasetTiming } from '../../../shared/domain/timing.ts'

const MS_PER_DAY = 86_400_000

/**
 * When a held day is to be fetched again: the first age it had not reached when it was fetched; null once it is settled.
 * Ages are counted in calendar days and from the moment Amazon offers a day, so that an older day falls due together with
 * the newest one and both share a request.
 */
export function settlingDueAt(day: Day, fetchedAt: Instant, zone: string, timing: DatasetTiming): Instant | null {
  if (isSettled(day, fetchedAt, zone, timing)) return null
  const settledAt = endOfDay(day, zone) + timing.settlingDays * MS_PER_DAY
  const last = Math.max(settledAt, offeredAt(addDays(day, timing.settlingDays), zone, timing))
  const ages = timing.settlingAges.filter((age) => age < timing.settlingDays)
  const moments = [...ages.map((age) => offeredAt(addDays(day, age), zone, timing)), last].filter((at) => at > fetchedAt)
  return moments.length === 0 ? null : Math.min(...moments)
}

function offeredAt(day: Day, zone: string, timing: DatasetTiming): Instant {
  return endOfDay(day, zone) + timing.publishDelayMs
}
