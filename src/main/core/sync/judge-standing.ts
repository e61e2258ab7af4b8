import type { Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { PlanLine } from '../backfill/account-snapshot.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import type { RunTrouble } from './run-end.ts'

export type StandingVerdict =
  | { readonly kind: 'resume' }
  | { readonly kind: 'rest'; readonly until: Instant }
  | { readonly kind: 'end'; readonly trouble: RunTrouble }

/**
 * What becomes of a durable run nobody is performing. One that Amazon may know of is resumed, so that nothing is ordered
 * twice; one that never went out ends and its days are planned afresh, because the plan it came from is old.
 */
export function judgeStanding(run: SyncRun, line: PlanLine | null, now: Instant): StandingVerdict {
  if (line === null) return { kind: 'end', trouble: 'stopped' }
  const { kind } = requestOf(line.dataset, run.request, run.way)
  // Pages are read from the first again, and a list tells anew what is left of it to take.
  if (kind === 'paged-call' || kind === 'listed-reports') return { kind: 'end', trouble: 'not-asked' }
  if (run.step !== 'intended') return { kind: 'resume' }
  if (run.tries === 0 && run.pages.length === 0) return { kind: 'end', trouble: 'not-asked' }
  if (isLeft(run, line, now)) return { kind: 'end', trouble: 'no-longer-offered' }
  return run.nextLookAt !== null && run.nextLookAt > now ? { kind: 'rest', until: run.nextLookAt } : { kind: 'resume' }
}

function isLeft(run: SyncRun, { channel, dataset }: PlanLine, now: Instant): boolean {
  const { lookBackDays } = dataset.timing
  return dataset.shape === 'event' && lookBackDays !== null && epochDayAt(now, channel.zone) - run.from > lookBackDays
}
