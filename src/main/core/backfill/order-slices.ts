import { addDays, type Day } from '../../../shared/domain/day.ts'
import { endOfDay } from '../../../shared/domain/derive-coverage.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import { DEADLINE_MARGIN_MS, RECENT_DAYS } from './policy.ts'
import type { SliceCost } from './slice-cost.ts'

export interface CostedSlice {
  readonly slice: PlannedSlice
  readonly zone: string
  readonly cost: SliceCost
}

/**
 * First what would otherwise be lost before the plan ends, then the newest 30 days, then the earliest deadline, then the
 * shortest finish. Same slices, same order, however they came in.
 */
export function orderSlices(slices: readonly CostedSlice[], now: Instant, finishAt: Instant): CostedSlice[] {
  const ranked = slices.map((one) => ({ one, rank: rankOf(one, now, finishAt) }))
  return ranked.sort((a, b) => a.rank - b.rank || compare(a.rank, a.one, b.one)).map(({ one }) => one)
}

/** Whether a slice holds any of the newest 30 days. */
export function isRecent({ until }: Pick<PlannedSlice, 'until'>, zone: string, now: Instant): boolean {
  return until > addDays(brand<Day>(epochDayAt(now, zone)), -RECENT_DAYS)
}

function rankOf({ slice, zone }: CostedSlice, now: Instant, finishAt: Instant): number {
  if (slice.leavesOn !== null && endOfDay(slice.leavesOn, zone) <= finishAt + DEADLINE_MARGIN_MS) return 0
  return isRecent(slice, zone, now) ? 1 : 2
}

function compare(rank: number, a: CostedSlice, b: CostedSlice): number {
  const byDeadline = deadline(a) - deadline(b)
  const byAge = b.slice.until - a.slice.until
  const first = rank === 1 ? byAge || settles(a) - settles(b) : byDeadline || byAge
  return first || a.cost.tailMs - b.cost.tailMs || a.slice.channelId - b.slice.channelId || compareText(keyOf(a), keyOf(b))
}

/** A hole comes before figures that may have moved a little. */
function settles({ slice }: CostedSlice): number {
  return slice.reason === 'settling' ? 1 : 0
}

function deadline({ slice }: CostedSlice): number {
  return slice.leavesOn ?? Number.MAX_SAFE_INTEGER
}

function keyOf({ slice }: CostedSlice): string {
  return `${slice.dataset}/${slice.request}/${slice.from}`
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
