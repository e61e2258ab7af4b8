import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { IngestTrouble } from '../ports/document-ingest.ts'
import type { DocumentAddress } from '../ports/selling-api.ts'
import type { AskTrouble } from './door.ts'
import { DOWNLOAD_PAUSE_MS, DOWNLOAD_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import { sleep } from './sleep.ts'

/** What kept a document away: the call for its address, the document itself, or that we were stopped. */
export type FetchTrouble =
  | { readonly of: 'ask'; readonly trouble: AskTrouble }
  | { readonly of: 'document'; readonly trouble: IngestTrouble }
  | { readonly of: 'stop' }

export interface DocumentOrder<Taken> {
  readonly source: () => Promise<Result<DocumentAddress, AskTrouble>>
  readonly take: (address: DocumentAddress) => Promise<Result<Taken, IngestTrouble>>
}

/** Downloads and takes one document; a fresh address for every try, because addresses are short-lived. */
export async function fetchDocument<Taken>(desk: RunDesk, { source, take }: DocumentOrder<Taken>): Promise<Result<Taken, FetchTrouble>> {
  for (let tries = 1; ; tries += 1) {
    const address = await source()
    if (!address.ok) return err({ of: 'ask', trouble: address.error })
    const taken = await desk.ingests.run(() => take(address.value))
    if (taken.ok) return ok(taken.value)
    if (taken.error.kind !== 'download-failed' || tries >= DOWNLOAD_TRIES) return err({ of: 'document', trouble: taken.error })
    if ((await sleep(desk.world.ports.clock, DOWNLOAD_PAUSE_MS * tries, desk.signal)) === 'stopped') return err({ of: 'stop' })
  }
}
