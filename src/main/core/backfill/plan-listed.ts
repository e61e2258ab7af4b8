import { addDays, type Day } from '../../../shared/domain/day.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { failedDays } from './failed-days.ts'
import { isTimeFor } from './plan-changes.ts'

/**
 * The slice that reads Amazon's list of documents it makes by itself. The list is the account's, so one channel reads it
 * for all; a channel that came later, whose documents were never looked at, makes it due at once.
 */
export function planListed(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  const { channel, dataset } = line
  const lines = snapshot.lines.filter((one) => one.dataset.id === dataset.id)
  if (lines.some((one) => one.channel.id < channel.id)) return []
  if (!lines.some((one) => isTimeFor(one.changesThrough, dataset.timing.everyMs ?? Infinity, snapshot))) return []
  if (snapshot.standing.some((run) => run.channelId === channel.id && run.dataset === dataset.id)) return []
  const today = brand<Day>(epochDayAt(snapshot.now, channel.zone))
  if (failedDays(snapshot, line, 'days').heldUntil(today) !== null) return []
  const reason = snapshot.requested && line.changesThrough !== null ? 'requested' : 'due'
  return [{ channelId: channel.id, dataset: dataset.id, request: 'days', from: today, until: addDays(today, 1), reason, leavesOn: null }]
}
