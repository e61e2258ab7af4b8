import { lengthOf } from '../../../shared/domain/day.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import type { DatasetFacts } from './channel-facts.ts'

/** Days back and days wanted while holes are being fetched; null when nothing is being brought back. */
export function progressOf(progress: AccountProgress | null, facts: readonly DatasetFacts[]): { done: number; total: number } | null {
  if (!progress) return null
  const slices = [...progress.planned, ...progress.running].filter((slice) => slice.reason === 'gap')
  if (slices.length === 0) return null
  const outstanding = facts.reduce((sum, one) => sum + one.fetchableDays, 0)
  const touched = new Set(slices.map((slice) => `${slice.channelId}/${slice.dataset}`))
  const total = facts
    .filter((one) => touched.has(`${one.channel.id}/${one.dataset.id}`))
    .reduce((sum, one) => sum + Math.min(one.wantedDays, one.fetchableDays + recentlyHeld(one)), 0)
  return total === 0 ? null : { done: Math.max(0, total - outstanding), total }
}

/** Days of the newest hole that are back already: complete days after the oldest day still missing. */
function recentlyHeld(one: DatasetFacts): number {
  const first = one.days.find((day) => day.state === 'missing-fetchable' || day.state === 'partial')
  const last = one.days.at(-1)
  if (!first || !last) return 0
  const span = lengthOf({ from: first.day, until: last.day })
  return Math.max(0, Math.min(span, one.completeDays) - one.fetchableDays)
}
