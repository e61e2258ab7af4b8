import { addDays, type Day } from '../../../shared/domain/day.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { failedDays } from './failed-days.ts'
import { isTimeFor } from './plan-changes.ts'

/** The slice that takes a snapshot, when its time has come. */
export function planSnapshot(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  const { channel, dataset, takenAt } = line
  if (!isTimeFor(takenAt, dataset.timing.everyMs ?? Infinity, snapshot)) return []
  if (snapshot.standing.some((run) => run.channelId === channel.id && run.dataset === dataset.id)) return []
  const today = brand<Day>(epochDayAt(snapshot.now, channel.zone))
  if (failedDays(snapshot, line, 'days').heldUntil(today) !== null) return []
  const reason = snapshot.requested && takenAt !== null ? 'requested' : 'due'
  return [{ channelId: channel.id, dataset: dataset.id, request: 'days', from: today, until: addDays(today, 1), reason, leavesOn: null }]
}
