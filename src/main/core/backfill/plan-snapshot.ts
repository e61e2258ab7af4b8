import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { failedDays } from './failed-days.ts'
import { isTimeFor } from './plan-changes.ts'

/** The slice that takes a snapshot, when its time has come. */
export function planSnapshot(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  const { channel, dataset, takenAt } = line
  const today = brand<Day>(epochDayAt(snapshot.now, channel.zone))
  if (!isWanted(snapshot, line, today)) return []
  if (snapshot.standing.some((run) => run.channelId === channel.id && run.dataset === dataset.id)) return []
  if (failedDays(snapshot, line, 'days').heldUntil(today) !== null) return []
  const reason = snapshot.requested && takenAt !== null ? 'requested' : 'due'
  return [{ channelId: channel.id, dataset: dataset.id, request: 'days', from: today, until: addDays(today, 1), reason, leavesOn: null }]
}

/** The round is due, a kept day has no snapshot yet, or there are new products; never while there is nothing to ask for. */
function isWanted(snapshot: AccountSnapshot, line: PlanLine, today: Day): boolean {
  if (line.ids?.known === 0) return false
  return (
    isTimeFor(line.takenAt, line.dataset.timing.everyMs ?? Infinity, snapshot) || isDayOwed(line, today) || isNewHere(line, snapshot.now)
  )
}

/** A kept day that has no snapshot yet: what is not taken on its day can never be had again. */
function isDayOwed({ channel, dataset, takenAt }: PlanLine, today: Day): boolean {
  return dataset.history === 'daily' && takenAt !== null && epochDayAt(takenAt, channel.zone) < today
}

/** Products that were never asked for: they need not wait for the next round. */
function isNewHere(line: PlanLine, now: Instant): boolean {
  const at = newIdsAt(line)
  return at !== null && at <= now
}

/** When products never asked for bring the next round forward; null when there are none. */
export function newIdsAt({ dataset, takenAt, ids }: PlanLine): Instant | null {
  if (dataset.request.kind !== 'calls-by-id' || takenAt === null || ids === undefined || ids.unasked === 0) return null
  return takenAt + dataset.request.newIdsAfterMs
}
