import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, type Result } from '../../../shared/lib/result.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { fetchDocument, type DocumentOrder, type FetchTrouble } from './fetch-document.ts'
import { FAILED_REPORT_MS, MOST_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

/** Takes a finished document of a report or query; what kept it away decides how the run ends. */
export async function takeDocument<Taken>(desk: RunDesk, run: SyncRun, order: DocumentOrder<Taken>): Promise<Result<Taken, RunEnd>> {
  const fetched = await fetchDocument(desk, order)
  return fetched.ok ? fetched : err(await endOfFetch(desk, run, fetched.error))
}

async function endOfFetch(desk: RunDesk, run: SyncRun, error: FetchTrouble): Promise<RunEnd> {
  if (error.of === 'stop') return { kind: 'standing', trouble: 'stopped', until: null }
  if (error.of === 'ask') return endOfAsk(desk, run, error.trouble)
  return error.trouble.kind === 'download-failed' ? lookLater(desk, run) : endOfIngest(desk, run, error.trouble)
}

async function lookLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'download-failed')
  return desk.book.keep({ ...run, step: 'waiting', tries }, 'download-failed', desk.world.ports.clock.now() + FAILED_REPORT_MS / 3)
}
