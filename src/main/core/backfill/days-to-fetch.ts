import { isFetchable, type CoverageDay } from '../../../shared/domain/coverage.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { publishEdge } from '../../../shared/domain/derive-coverage.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { RunReason } from '../../../shared/domain/run.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlanLine } from './account-snapshot.ts'
import { DUE_DAYS } from './policy.ts'
import { settlingDueAt } from './settling-age.ts'

/** A day the plan asks for; `missing` ones can be lost. */
export interface WantedDay {
  readonly day: Day
  readonly reason: RunReason
  readonly missing: boolean
  readonly leavesOn: Day | null
}

/** The days of a line to be asked for now, oldest first: holes, damaged days, held days whose figures may have moved or that lack a column. */
export function daysToFetch(line: PlanLine, now: Instant): WantedDay[] {
  const { channel, dataset } = line
  const today = brand<Day>(epochDayAt(now, channel.zone))
  const edge = publishEdge(now, channel.zone, dataset.timing)
  return line.days.flatMap((one) => {
    if (one.day < channel.wantedFrom || one.day >= edge) return []
    if (isFetchable(one.state)) return isGone(one, today) ? [] : [missingDay(one, edge)]
    if (one.fetchedAt === null || isLeaving(one, today)) return []
    if (isOutdated(line, one.fetchedAt)) return [{ day: one.day, reason: 'requested' as const, missing: false, leavesOn: null }]
    const dueAt = settlingDueAt(one.day, one.fetchedAt, channel.zone, dataset.timing)
    return dueAt !== null && dueAt <= now ? [{ day: one.day, reason: 'settling' as const, missing: false, leavesOn: null }] : []
  })
}

function isOutdated({ outdated }: PlanLine, fetchedAt: Instant): boolean {
  return outdated !== undefined && fetchedAt >= outdated.since && fetchedAt <= outdated.through
}

function missingDay(one: CoverageDay, edge: Day): WantedDay {
  return { day: one.day, reason: one.day >= edge - DUE_DAYS ? 'due' : 'gap', missing: true, leavesOn: one.fetchableUntil }
}

/** A damaged day that Amazon no longer gives out cannot be mended. */
function isGone(one: CoverageDay, today: Day): boolean {
  return one.fetchableUntil !== null && one.fetchableUntil < today
}

/** On its last day a held day is left alone: Amazon's own midnight may already have passed, and nothing would be gained. */
function isLeaving(one: CoverageDay, today: Day): boolean {
  return one.fetchableUntil !== null && one.fetchableUntil <= today
}
