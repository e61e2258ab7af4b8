import type { SyncRun } from '../../../shared/domain/run.ts'
import type { FailureWord } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { endOfAsk } from './end-trouble.ts'
import { noteFailedReport, saidOfFailure } from './note-document.ts'
import { FAILED_REPORT_MS, MOST_TRIES, NOT_DUE_YET_MS } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

const NOTHING_TOLD: FailureWord = { reason: 'unknown', code: null }

/**
 * A report or query Amazon could not make: days not offered yet are no failure, a request that is wrong would fail again, and
 * a missing permission is judged like one that a call was refused for.
 */
export async function endOfFailedReport(desk: RunDesk, reports: AmazonReports, run: SyncRun, document: string | null): Promise<RunEnd> {
  const told = document === null ? NOTHING_TOLD : await wordOf(desk, reports, document)
  noteFailedReport(desk, run, told)
  switch (told.reason) {
    case 'not-yet-available': {
      const until = desk.world.ports.clock.now() + NOT_DUE_YET_MS
      return desk.book.keep({ ...anew(run), tries: Math.max(1, run.tries) }, 'not-due-yet', until)
    }
    case 'option-missing':
    case 'query-invalid':
      return desk.book.end(run, 'failed', 'bad-request')
    case 'no-permission':
      return endOfAsk(desk, anew(run), { kind: 'permission-missing', evidence: saidOfFailure(run, told) })
    case 'wrong-account':
      return desk.book.end(run, 'failed', 'report-failed')
    case 'unknown':
      return tryLater(desk, run)
  }
}

async function wordOf(desk: RunDesk, reports: AmazonReports, document: string): Promise<FailureWord> {
  const source = await reports.source(document)
  if (!source.ok) return NOTHING_TOLD
  const read = await desk.ingests.run(() => desk.world.ports.ingest.readReason(source.value, desk.signal))
  return read.ok ? read.value : NOTHING_TOLD
}

/** The same is asked for again later, three times in all. */
export async function tryLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'report-failed')
  const until = desk.world.ports.clock.now() + FAILED_REPORT_MS
  return desk.book.keep({ ...anew(run), tries }, 'report-failed', until)
}

/** What Amazon could not make is asked for again as if it never was. */
function anew(run: SyncRun): SyncRun {
  return { ...run, step: 'intended', amazonReportId: null, requestedAt: null }
}
