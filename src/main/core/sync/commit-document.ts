import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestTrouble } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { endOfIngest } from './end-trouble.ts'
import { ingestOrder } from './ingest-order.ts'
import { noteCommitted } from './note-document.ts'
import { noteAccess } from './note-access.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { takeDocument } from './take-document.ts'

/** Downloads and commits a finished document. */
export async function commitDocument(desk: RunDesk, reports: AmazonReports, run: SyncRun, document: string): Promise<RunEnd> {
  const { ingest } = desk.world.ports
  const take = (source: Parameters<typeof ingest.commitDocument>[1]) => ingest.commitDocument(ingestOrder(desk, run), source, desk.signal)
  const done = await takeDocument(desk, run, { source: () => reports.source(document), take })
  return done.ok ? endOfCommit(desk, run, done) : done.error
}

/** Downloads the documents of all pages of a result and commits them together: the slice is taken whole or not at all. */
export async function commitAllPages(desk: RunDesk, reports: AmazonReports, run: SyncRun, documents: readonly string[]): Promise<RunEnd> {
  const { ingest } = desk.world.ports
  const take = (source: Parameters<typeof ingest.addDocument>[1]) => ingest.addDocument(ingestOrder(desk, run), source, desk.signal)
  for (const document of documents) {
    const added = await takeDocument(desk, run, { source: () => reports.source(document), take })
    if (added.ok) continue
    await ingest.dropPages(run.id)
    return added.error
  }
  const done = await desk.ingests.run(() => ingest.commitPages(ingestOrder(desk, run)))
  // The next try reads every document again; one that still lay there would pass for the same page twice.
  if (!done.ok) await ingest.dropPages(run.id)
  return endOfCommit(desk, run, done)
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
