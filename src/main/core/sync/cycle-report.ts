import type { RunOutcome } from '../../../shared/domain/run.ts'
import type { CycleReport, Waiting } from '../ports/sync-progress.ts'

/** What one cycle came to; the outcome is complete only when nothing is left behind. */
export function cycleReport(runs: CycleReport['runs'], waitingFor: readonly Waiting[], wasStopped: boolean): CycleReport {
  return { outcome: outcomeOf(runs, waitingFor, wasStopped), runs, waitingFor }
}

function outcomeOf(runs: CycleReport['runs'], waitingFor: readonly Waiting[], wasStopped: boolean): RunOutcome {
  if (wasStopped) return 'stopped'
  const bad = runs.filter((run) => run.outcome !== 'complete')
  const isWaiting = waitingFor.some((one) => one.code !== 'permission-missing' && one.code !== 'no-access')
  if (bad.length === 0 && !isWaiting) return 'complete'
  if (runs.some((run) => run.outcome === 'complete')) return 'partial'
  return bad[0]?.outcome ?? 'postponed'
}
