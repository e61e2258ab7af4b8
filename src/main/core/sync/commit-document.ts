import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestTrouble } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { ingestOrder } from './ingest-order.ts'
import { noteCommitted } from './note-document.ts'
import { noteAccess } from './note-access.ts'
import { DOWNLOAD_PAUSE_MS, DOWNLOAD_TRIES, FAILED_REPORT_MS, MOST_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sleep } from './sleep.ts'

/** Downloads and commits a finished document; a fresh address for every try, because addresses are short-lived. */
export async function commitDocument(desk: RunDesk, reports: AmazonReports, run: SyncRun, document: string): Promise<RunEnd> {
  for (let tries = 1; ; tries += 1) {
    const source = await reports.source(document)
    if (!source.ok) return endOfAsk(desk, run, source.error)
    const done = await desk.ingests.run(() => desk.world.ports.ingest.commitDocument(ingestOrder(desk, run), source.value, desk.signal))
    if (done.ok || done.error.kind !== 'download-failed') return endOfCommit(desk, run, done)
    if (tries >= DOWNLOAD_TRIES) return lookLater(desk, run)
    if ((await sleep(desk.world.ports.clock, DOWNLOAD_PAUSE_MS * tries, desk.signal)) === 'stopped')
      return { kind: 'standing', trouble: 'stopped', until: null }
  }
}

/** Amazon cancels a report that would have no rows: that proves its days empty. */
export async function commitEmpty(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const done = await desk.ingests.run(() => desk.world.ports.ingest.commitEmpty(ingestOrder(desk, run), 'report-cancelled'))
  return endOfCommit(desk, run, done)
}

/** The run's own row was ended by the commit; what is left is what the answer proved. */
export async function endOfCommit(desk: RunDesk, run: SyncRun, done: Result<Ingested, IngestTrouble>): Promise<RunEnd> {
  if (!done.ok) return endOfIngest(desk, run, done.error)
  noteCommitted(desk, run)
  await noteAccess(desk, 'granted', run.amazonReportId)
  return { kind: 'committed', rows: done.value.rows }
}

async function lookLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'download-failed')
  return desk.book.keep({ ...run, step: 'waiting', tries }, 'download-failed', desk.world.ports.clock.now() + FAILED_REPORT_MS / 3)
}
