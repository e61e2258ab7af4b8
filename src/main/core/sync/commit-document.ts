import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, type Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestTrouble } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { fetchDocument } from './fetch-document.ts'
import { ingestOrder } from './ingest-order.ts'
import { noteCommitted } from './note-document.ts'
import { noteAccess } from './note-access.ts'
import { FAILED_REPORT_MS, MOST_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

/** Downloads and commits a finished document. */
export async function commitDocument(desk: RunDesk, reports: AmazonReports, run: SyncRun, document: string): Promise<RunEnd> {
  const fetched = await fetchDocument(desk, () => reports.source(document), run)
  if (fetched.ok) return endOfCommit(desk, run, fetched)
  const { error } = fetched
  if (error.of === 'stop') return { kind: 'standing', trouble: 'stopped', until: null }
  if (error.of === 'ask') return endOfAsk(desk, run, error.trouble)
  return error.trouble.kind === 'download-failed' ? lookLater(desk, run) : endOfCommit(desk, run, err(error.trouble))
}

/** Amazon cancels a report that would have no rows: that proves its days empty. */
export async function commitEmpty(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const done = await desk.ingests.run(() => desk.world.ports.ingest.commitEmpty(ingestOrder(desk, run), 'report-cancelled'))
  return endOfCommit(desk, run, done)
}

/** The run's own row was ended by the commit; what is left is what the answer proved. */
export async function endOfCommit(desk: RunDesk, run: SyncRun, done: Result<Ingested, IngestTrouble>): Promise<RunEnd> {
  if (!done.ok) return endOfIngest(desk, run, done.error)
  noteCommitted(desk)
  await noteAccess(desk, 'granted', run.amazonReportId)
  return { kind: 'committed', rows: done.value.rows }
}

async function lookLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'download-failed')
  return desk.book.keep({ ...run, step: 'waiting', tries }, 'download-failed', desk.world.ports.clock.now() + FAILED_REPORT_MS / 3)
}
