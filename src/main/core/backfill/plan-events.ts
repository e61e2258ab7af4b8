import { daysIn, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { RunReason } from '../../../shared/domain/run.ts'
import { startOfEpochDay } from '../../../shared/lib/zone.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { AccountSnapshot, PlanLine } from './account-snapshot.ts'
import { cutDays } from './cut-days.ts'
import { daysToFetch, type WantedDay } from './days-to-fetch.ts'
import { failedDays } from './failed-days.ts'
import { BRIDGE_ROWS } from './policy.ts'

const MS_PER_DAY = 86_400_000

/** Slices of a dataset whose rows belong to days, newest first. */
export function planEvents(snapshot: AccountSnapshot, line: PlanLine): PlannedSlice[] {
  const busy = busyDays(snapshot, line)
  const failed = failedDays(snapshot, line, 'days')
  const wanted = daysToFetch(line, snapshot.now).filter((one) => !busy.has(one.day) && failed.heldUntil(one.day) === null)
  const byDay = new Map(wanted.map((one) => [one.day, one]))
  const bridges = bridgeDays(line, busy)
  const cut = cutDays([...byDay.keys()], {
    spanBefore: (until) => legalSpan(line, until),
    spanOf: (day) => failed.spanOf(day),
    mayBridge: (day) => bridges.has(day) && failed.spanOf(day) === Infinity,
  })
  return cut.map((one) =>
    sliceOf(
      line,
      one,
      daysIn(one).flatMap((day) => byDay.get(day) ?? []),
    ),
  )
}

function sliceOf({ channel, dataset }: PlanLine, { from, until }: DayInterval, wanted: readonly WantedDay[]): PlannedSlice {
  const leaving = wanted.flatMap((one) => (one.leavesOn === null ? [] : [one.leavesOn])).sort((a, b) => a - b)
  return {
    channelId: channel.id,
    dataset: dataset.id,
    request: 'days',
    from,
    until,
    reason: strongest(wanted),
    leavesOn: leaving[0] ?? null,
  }
}

function strongest(wanted: readonly WantedDay[]): RunReason {
  const order: readonly RunReason[] = ['gap', 'due', 'settling']
  return order.find((reason) => wanted.some((one) => one.reason === reason)) ?? 'requested'
}

/** Days another run is bringing already. */
function busyDays({ standing }: AccountSnapshot, { channel, dataset }: PlanLine): ReadonlySet<Day> {
  const mine = standing.filter((run) => run.channelId === channel.id && run.dataset === dataset.id && run.request === 'days')
  return new Set(mine.flatMap((run) => daysIn(interval(run.from, run.until))))
}

/**
 * Held days that may ride along. A report costs a token whatever its length; a paged call costs a token a page, so only days
 * of a few rows ride along there.
 */
function bridgeDays(line: PlanLine, busy: ReadonlySet<Day>): ReadonlySet<Day> {
  const mostRows = line.dataset.request.kind === 'paged-call' ? BRIDGE_ROWS : Infinity
  return new Set(line.days.filter((one) => one.fetchedAt !== null && one.rows <= mostRows && !busy.has(one.day)).map((one) => one.day))
}

/** A span in days that stays legal in hours too: days with 25 hours would make a full span an hour too long. */
function legalSpan({ channel, dataset }: PlanLine, until: Day): number {
  const span = dataset.timing.longestSpanDays
  if (span <= 1 || dataset.request.kind === 'ads-report') return span
  const ms = startOfEpochDay(until, channel.zone) - startOfEpochDay(until - span, channel.zone)
  return ms > span * MS_PER_DAY ? span - 1 : span
}
