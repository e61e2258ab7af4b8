import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, type Result } from '../../../shared/lib/result.ts'
import type { IngestTrouble } from '../ports/document-ingest.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { DOWNLOAD_PAUSE_MS, DOWNLOAD_TRIES, FAILED_REPORT_MS, MOST_TRIES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sleep } from './sleep.ts'

interface DocumentOrder<Taken> {
  readonly document: string
  readonly take: (source: { readonly url: string; readonly gzip: boolean }) => Promise<Result<Taken, IngestTrouble>>
}

/** Takes a finished document by a fresh address for every try, because addresses are short-lived. */
export async function takeDocument<Taken>(
  desk: RunDesk,
  reports: AmazonReports,
  run: SyncRun,
  { document, take }: DocumentOrder<Taken>,
): Promise<Result<Taken, RunEnd>> {
  for (let tries = 1; ; tries += 1) {
    const source = await reports.source(document)
    if (!source.ok) return err(await endOfAsk(desk, run, source.error))
    const taken = await desk.ingests.run(() => take(source.value))
    if (taken.ok) return taken
    if (taken.error.kind !== 'download-failed') return err(await endOfIngest(desk, run, taken.error))
    if (tries >= DOWNLOAD_TRIES) return err(await lookLater(desk, run))
    if ((await sleep(desk.world.ports.clock, DOWNLOAD_PAUSE_MS * tries, desk.signal)) === 'stopped')
      return err({ kind: 'standing', trouble: 'stopped', until: null })
  }
}

async function lookLater(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const tries = run.tries + 1
  if (tries >= MOST_TRIES) return desk.book.end({ ...run, tries }, 'failed', 'download-failed')
  return desk.book.keep({ ...run, step: 'waiting', tries }, 'download-failed', desk.world.ports.clock.now() + FAILED_REPORT_MS / 3)
}
