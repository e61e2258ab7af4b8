import { addDays, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { failedDays } from './failed-days.ts'
import { CHANGES_OVERLAP_DAYS, FRESH_ENOUGH_MS } from './policy.ts'

/** Slices that bring changes to days already held, oldest first, without a hole since the last success. */
export function planChanges(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  const { channel, dataset } = line
  const since = changesSince(line)
  if (dataset.changes === null || dataset.timing.everyMs === null || since === null) return []
  if (!isTimeFor(since, dataset.timing.everyMs, snapshot)) return []
  if (snapshot.standing.some((run) => run.channelId === channel.id && run.dataset === dataset.id && run.request === 'changes')) return []
  const today = brand<Day>(epochDayAt(snapshot.now, channel.zone))
  if (failedDays(snapshot, line, 'changes').heldUntil(today) !== null) return []
  const reason = snapshot.requested ? 'requested' : 'due'
  return pieces(changedDays(line, since, today), dataset.timing.longestSpanDays).map(({ from, until }) => ({
    channelId: channel.id,
    dataset: dataset.id,
    request: 'changes' as const,
    from,
    until,
    reason,
    leavesOn: null,
  }))
}

/** True when something taken at `last` is to be taken again. */
export function isTimeFor(last: Instant | null, everyMs: number, { now, requested }: Pick<AccountSnapshot, 'now' | 'requested'>): boolean {
  if (last === null || last > now) return true
  return now - last >= (requested ? Math.min(everyMs, FRESH_ENOUGH_MS) : everyMs)
}

/** Where changes begin to matter: the last success, or when the oldest held day was fetched. Null while nothing is held. */
export function changesSince(line: PlanLine): Instant | null {
  if (line.changesThrough !== null) return line.changesThrough
  return line.days.reduce<Instant | null>(
    (oldest, { fetchedAt }) => (fetchedAt === null ? oldest : Math.min(oldest ?? fetchedAt, fetchedAt)),
    null,
  )
}

function changedDays({ channel, dataset }: PlanLine, since: Instant, today: Day): DayInterval {
  const { lookBackDays } = dataset.timing
  const from = epochDayAt(since, channel.zone) - CHANGES_OVERLAP_DAYS
  const earliest = lookBackDays === null ? from : today - lookBackDays + 1
  return interval(brand<Day>(Math.min(today, Math.max(from, earliest))), addDays(today, 1))
}

function pieces({ from, until }: DayInterval, span: number): DayInterval[] {
  const cut: DayInterval[] = []
  for (let end = until; end > from; end = addDays(end, -span)) cut.push(interval(brand<Day>(Math.max(from, end - span)), end))
  return cut.reverse()
}
