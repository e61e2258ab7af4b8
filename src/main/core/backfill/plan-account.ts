import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { finishTime } from './finish-time.ts'
import { orderSlices, type CostedSlice } from './order-slices.ts'
import { planChanges } from './plan-changes.ts'
import { planEvents } from './plan-events.ts'
import { planListed } from './plan-listed.ts'
import { planSnapshot } from './plan-snapshot.ts'
import { PROBE_AGAIN_MS } from './policy.ts'
import { costOf } from './slice-cost.ts'

/**
 * What to ask Amazon for one account, in order, each slice one legal request with its reason. Pure: the same snapshot gives
 * the same plan, and a plan under way is not planned a second time.
 */
export function planAccount(snapshot: AccountSnapshot): PlannedSlice[] {
  const costed = snapshot.lines.flatMap((line) => planLine(snapshot, line))
  const finishAt =
    finishTime(
      costed.map((one) => one.cost),
      snapshot.now,
    ) ?? snapshot.now
  return orderSlices(costed, snapshot.now, finishAt).map((one) => one.slice)
}

function planLine(snapshot: AccountSnapshot, line: PlanLine): CostedSlice[] {
  const { channel, dataset } = line
  if (dataset.family === 'advertising' && channel.adsProfileId === null) return []
  return allowed(snapshot, line, slicesOf(snapshot, line)).map((slice) => ({ slice, zone: channel.zone, cost: costOf(dataset, slice) }))
}

function slicesOf(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  if (line.dataset.shape === 'snapshot') return planSnapshot(snapshot, line)
  if (line.dataset.request.kind === 'listed-reports') return planListed(snapshot, line)
  return [...planEvents(snapshot, line), ...planChanges(snapshot, line)]
}

/** A refused dataset is only looked at once a day, with a single slice. */
function allowed(
  { now, standing, requested }: AccountSnapshot,
  { access, channel, dataset }: PlanLine,
  planned: PlannedSlice[],
): PlannedSlice[] {
  if (access?.answer !== 'refused') return planned
  const isAsked = standing.some((run) => run.channelId === channel.id && run.dataset === dataset.id)
  const isTime = requested || access.checkedAt > now || now - access.checkedAt >= PROBE_AGAIN_MS
  return isTime && !isAsked ? planned.slice(0, 1) : []
}
