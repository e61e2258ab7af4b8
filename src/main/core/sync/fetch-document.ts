import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestTrouble } from '../ports/document-ingest.ts'
import type { DocumentAddress } from '../ports/selling-api.ts'
import type { AskTrouble } from './door.ts'
import { ingestOrder } from './ingest-order.ts'
import { DOWNLOAD_PAUSE_MS, DOWNLOAD_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import { sleep } from './sleep.ts'

/** What kept a document away: the call for its address, the document itself, or that we were stopped. */
export type FetchTrouble =
  | { readonly of: 'ask'; readonly trouble: AskTrouble }
  | { readonly of: 'document'; readonly trouble: IngestTrouble }
  | { readonly of: 'stop' }

/** Downloads and commits one document; a fresh address for every try, because addresses are short-lived. */
export async function fetchDocument(
  desk: RunDesk,
  source: () => Promise<Result<DocumentAddress, AskTrouble>>,
  run: SyncRun,
): Promise<Result<Ingested, FetchTrouble>> {
  for (let tries = 1; ; tries += 1) {
    const address = await source()
    if (!address.ok) return err({ of: 'ask', trouble: address.error })
    const done = await desk.ingests.run(() => desk.world.ports.ingest.commitDocument(ingestOrder(desk, run), address.value, desk.signal))
    if (done.ok) return ok(done.value)
    if (done.error.kind !== 'download-failed' || tries >= DOWNLOAD_TRIES) return err({ of: 'document', trouble: done.error })
    if ((await sleep(desk.world.ports.clock, DOWNLOAD_PAUSE_MS * tries, desk.signal)) === 'stopped') return err({ of: 'stop' })
  }
}
