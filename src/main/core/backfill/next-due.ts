import { endOfDay, publishEdge } from '../../../shared/domain/derive-coverage.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { epochDayAt, startOfEpochDay } from '../../../shared/lib/zone.ts'
import type { PlanLine } from './account-snapshot.ts'
import { changesSince } from './plan-changes.ts'
import { newIdsAt } from './plan-snapshot.ts'
import { settlingDueAt } from './settling-age.ts'

/** When the next thing of an account falls due by itself: a day published, a settling age reached, a snapshot too old. Null: never. */
export function nextDue(lines: readonly PlanLine[], now: Instant): Instant | null {
  const moments = lines.flatMap((line) => momentsOf(line, now)).filter((at) => at > now)
  return moments.length === 0 ? null : Math.min(...moments)
}

function momentsOf(line: PlanLine, now: Instant): Instant[] {
  const { everyMs } = line.dataset.timing
  const last = line.dataset.shape === 'snapshot' ? line.takenAt : changesSince(line)
  const regular = everyMs === null || last === null ? [] : [last + everyMs]
  if (line.dataset.shape === 'snapshot') return [...regular, ...nextSnapshot(line)]
  return [...regular, nextPublished(line, now), ...nextSettled(line, now)]
}

/** A kept day begins, or products never asked for have waited long enough. */
function nextSnapshot(line: PlanLine): Instant[] {
  const { channel, dataset, takenAt } = line
  const newIds = newIdsAt(line)
  const tomorrow =
    dataset.history === 'daily' && takenAt !== null ? startOfEpochDay(epochDayAt(takenAt, channel.zone) + 1, channel.zone) : null
  return [newIds, tomorrow].filter((at) => at !== null)
}

function nextPublished({ channel, dataset }: PlanLine, now: Instant): Instant {
  return endOfDay(publishEdge(now, channel.zone, dataset.timing), channel.zone) + dataset.timing.publishDelayMs
}

function nextSettled({ channel, dataset, days }: PlanLine, now: Instant): Instant[] {
  let first = Infinity
  // Only days young enough to settle: the others cannot fall due again.
  for (const one of days.slice(-(dataset.timing.settlingDays + Math.ceil(dataset.timing.publishDelayMs / 86_400_000) + 3))) {
    const at = one.fetchedAt === null ? null : settlingDueAt(one.day, one.fetchedAt, channel.zone, dataset.timing)
    if (at !== null && at > now && at < first) first = at
  }
  return first === Infinity ? [] : [first]
}
