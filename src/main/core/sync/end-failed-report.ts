import type { SyncRun } from '../../../shared/domain/run.ts'
import type { FailureReason } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { FAILED_REPORT_MS, MOST_TRIES, NOT_DUE_YET_MS } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

/** A report Amazon could not make: days not offered yet are no failure, and a request that is wrong would fail again. */
export async function endOfFailedReport(desk: RunDesk, reports: AmazonReports, run: SyncRun, document: string | null): Promise<RunEnd> {
  const reason = document === null ? 'unknown' : await reasonOf(desk, reports, document)
  switch (reason) {
    case 'not-yet-available': {
      const until = desk.world.ports.clock.now() + NOT_DUE_YET_MS
      const anew = { ...run, step: 'intended' as const, amazonReportId: null, requestedAt: null, tries: Math.max(1, run.tries) }
      return desk.book.keep(anew, 'not-due-yet', until)
    }
    case 'option-missing':
      return desk.book.end(run, 'failed', 'bad-request')
    case 'wrong-account':
      return desk.book.end(run, 'failed', 'report-failed')
    case 'unknown':
      return tryLater(desk, run)
  }
}

async function reasonOf(desk: RunDesk, reports: AmazonReports, document: string): Promise<FailureReason> {
  const source = await reports.source(document)
  if (!source.ok) return 'unknown'
  const read = await desk.ingests.run(() => desk.world.ports.ingest.readReason(source.value, desk.signal))
  return read.ok ? read.value : 'unknown'
}

/** The same is asked for again later, three times in all. */
async function tryLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'report-failed')
  const until = desk.world.ports.clock.now() + FAILED_REPORT_MS
  return desk.book.keep({ ...run, step: 'intended', amazonReportId: null, requestedAt: null, tries }, 'report-failed', until)
}
