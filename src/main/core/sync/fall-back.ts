import type { RunOutcome, SyncRun } from '../../../shared/domain/run.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunTrouble } from './run-end.ts'

/** Ends of a run's own way after which asking the same again would give the same. */
const FOR_GOOD: readonly RunTrouble[] = [
  'bad-document',
  'bad-request',
  'never-done',
  'permission-missing',
  'range-refused',
  'report-failed',
]

interface OwnWay {
  readonly desk: RunDesk
  /** The run as it stood when its own way failed for good; null while it did not. */
  failed(): SyncRun | null
}

/** A desk whose book does not write down an end that the fallback may still turn: the row stays standing until then. */
export function withFallback(desk: RunDesk): OwnWay {
  let failed: SyncRun | null = null
  const end = async (run: SyncRun, outcome: Exclude<RunOutcome, 'complete'>, trouble: RunTrouble) => {
    if (!FOR_GOOD.includes(trouble)) return desk.book.end(run, outcome, trouble)
    failed = run
    return { kind: 'ended', outcome, trouble } as const
  }
  return { desk: { ...desk, book: { ...desk.book, end } }, failed: () => failed }
}

/** Turns the durable row to the fallback before that is asked, so that a crash goes on with the right one. */
export function fallBack(desk: RunDesk, run: SyncRun): Promise<SyncRun | null> {
  desk.world.ports.log.write('warn', 'fallback-taken', { dataset: run.dataset, run: run.id })
  return desk.book.advance(run, {
    way: 'fallback',
    step: 'intended',
    amazonReportId: null,
    requestedAt: null,
    trouble: null,
    tries: 0,
    nextLookAt: null,
    pages: [],
  })
}
