import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { RunOutcome, SyncRun } from '../../../shared/domain/run.ts'
import { brand } from '../../../shared/lib/brand.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import type { RunEnd, RunTrouble } from './run-end.ts'
import type { SyncWorld } from './sync-world.ts'

/** Writes every step of a run before the step is taken. */
export interface RunBook {
  intend(accountId: AccountId, slice: PlannedSlice): Promise<SyncRun>
  /** Null when somebody ended the run meanwhile: then it must not go on. */
  advance(run: SyncRun, change: Partial<SyncRun>): Promise<SyncRun | null>
  end(run: SyncRun, outcome: Exclude<RunOutcome, 'complete'>, trouble: RunTrouble): Promise<RunEnd>
  /** Keeps the run for later; nothing is asked before `until`. */
  keep(run: SyncRun, trouble: RunTrouble, until: Instant | null): Promise<RunEnd>
}

export function createRunBook({ ports }: Pick<SyncWorld, 'ports'>, onStep: (run: SyncRun) => void): RunBook {
  const { clock, random, stores } = ports

  async function advance(run: SyncRun, change: Partial<SyncRun>): Promise<SyncRun | null> {
    const next = { ...run, ...change }
    if (!(await stores.runs.advance(next))) return null
    onStep(next)
    return next
  }

  return {
    advance,
    async intend(accountId, slice) {
      const { channelId, dataset, request, from, until, reason } = slice
      const run: SyncRun = {
        id: brand(random.id('run')),
        accountId,
        channelId,
        dataset,
        request,
        way: 'own',
        from,
        until,
        reason,
        step: 'intended',
        amazonReportId: null,
        plannedAt: clock.now(),
        requestedAt: null,
        endedAt: null,
        outcome: null,
        trouble: null,
        rows: 0,
        tries: 0,
        nextLookAt: null,
        pages: [],
      }
      await stores.runs.add([run])
      onStep(run)
      return run
    },
    async end(run, outcome, trouble) {
      const ended = await advance(run, { step: 'ended', endedAt: clock.now(), outcome, trouble, nextLookAt: null })
      return { kind: 'ended', outcome: ended ? outcome : 'stopped', trouble: ended ? trouble : 'stopped' }
    },
    async keep(run, trouble, until) {
      const kept = await advance(run, { trouble, nextLookAt: until })
      return kept ? { kind: 'standing', trouble, until } : { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }
    },
  }
}
