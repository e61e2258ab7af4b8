import type { SyncRun } from '../../../shared/domain/run.ts'
import type { IngestOrder } from '../ports/document-ingest.ts'
import type { RunDesk } from './run-desk.ts'

/**
 * What the worker commits. A document tells how things stood when it was asked for, not when it was downloaded: after a
 * night asleep in between, calling its days settled would be false. Of several pages the first one tells.
 */
export function ingestOrder({ channel, dataset, siblings, world }: RunDesk, run: SyncRun): IngestOrder {
  return {
    runId: run.id,
    dataset: run.dataset,
    request: run.request,
    way: run.way,
    channel,
    interval: { from: run.from, until: run.until },
    fetchedAt: run.pages[0]?.askedAt ?? run.requestedAt ?? world.ports.clock.now(),
    amazonReportId: run.pages[0]?.queryId ?? run.amazonReportId,
    reason: run.reason,
    ...(dataset.document.kind === 'statement' ? { siblings: siblings.map((one) => one.channel) } : {}),
  }
}
