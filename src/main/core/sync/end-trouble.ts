import { lineKey } from '../backfill/account-snapshot.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import type { IngestTrouble } from '../ports/document-ingest.ts'
import type { AskTrouble } from './door.ts'
import { firstRefusalMono, judgeRefusal } from './judge-refusal.ts'
import { noteDocument } from './note-document.ts'
import { noteAccess } from './note-access.ts'
import { LOOKS, MOST_TRIES, TURNS_UP_MS } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

/** What trouble of a call means for a run that Amazon may know: it is kept, unless the answer settles it. */
export async function endOfAsk(desk: RunDesk, run: SyncRun, trouble: AskTrouble): Promise<RunEnd> {
  if (trouble.kind === 'stopped') return { kind: 'standing', trouble: 'stopped', until: null }
  if (trouble.kind === 'not-found') return endOfLost(desk, run)
  if (trouble.kind === 'bad-request' || trouble.kind === 'bad-document') return desk.book.end(run, 'failed', trouble.kind)
  if (trouble.kind !== 'permission-missing') return putAside(desk, run, isWeather(trouble.kind) ? trouble.kind : 'back-off')
  if (believeRefusal(desk) === 'doubt') return putAside(desk, run, 'back-off')
  await noteAccess(desk, 'refused', trouble.evidence)
  return desk.book.end(run, 'refused', 'permission-missing')
}

/** A refusal that is not believed yet is remembered, and asked for again soon. */
function believeRefusal({ world, doubted, account, channel, dataset, isRefused }: RunDesk): 'believe' | 'doubt' {
  const key = lineKey(channel.id, dataset.id)
  const nowMono = world.ports.clock.monotonic()
  const isOutage = world.sky.isOutage(dataset.family, account.region)
  const verdict = judgeRefusal({ firstMono: doubted.get(key) ?? null, nowMono, isKnown: isRefused, isOutage })
  if (verdict === 'doubt') doubted.set(key, firstRefusalMono(doubted.get(key), nowMono))
  return verdict
}

/** A report Amazon does not know: soon after the order it may still turn up, later it is gone and asked for anew. */
function endOfLost(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const now = desk.world.ports.clock.now()
  if (Math.abs(now - (run.requestedAt ?? run.plannedAt)) > TURNS_UP_MS) return desk.book.end(run, 'postponed', 'not-found')
  const tries = run.tries + 1
  if (tries >= MOST_TRIES || run.amazonReportId === null) return desk.book.end({ ...run, tries }, 'failed', 'not-found')
  return desk.book.keep({ ...run, tries }, 'not-found', now + LOOKS.selling.longestMs)
}

const WEATHER = ['no-access', 'amazon-trouble', 'offline', 'account-problem', 'wrong-region', 'application-credential-ended'] as const
type Weather = (typeof WEATHER)[number]

function isWeather(kind: AskTrouble['kind']): kind is Weather {
  return WEATHER.some((one) => one === kind)
}

/** A run Amazon may know of is kept and resumed; one it cannot know of ends, and its days are planned afresh. */
function putAside(desk: RunDesk, run: SyncRun, trouble: Weather | 'back-off' | 'storage' | 'storage-full'): Promise<RunEnd> {
  const mayBeKnown = run.pages.length > 0 || (!isAskedByCalls(desk, run) && (run.amazonReportId !== null || run.step === 'requested'))
  if (!mayBeKnown) return desk.book.end(run, 'postponed', trouble)
  return desk.book.keep(run, trouble, desk.door.closed()?.until ?? null)
}

/** Calls are answered or not; nothing of them stays at Amazon. What is listed there is listed whether or not we ask. */
function isAskedByCalls({ dataset }: RunDesk, run: SyncRun): boolean {
  const { kind } = requestOf(dataset, run.request, run.way)
  return kind === 'paged-call' || kind === 'calls-by-id' || kind === 'listed-reports'
}

/** What trouble with a document means; nothing of it was stored. `download-failed` is dealt with before. */
export async function endOfIngest(desk: RunDesk, run: SyncRun, trouble: IngestTrouble): Promise<RunEnd> {
  noteDocument(desk, trouble)
  desk.world.ports.log.write('warn', 'document-refused', { dataset: run.dataset, trouble: trouble.kind })
  switch (trouble.kind) {
    case 'bad-document':
    case 'range-refused':
      return desk.book.end(run, 'failed', trouble.kind)
    case 'offline':
      if (desk.signal.aborted) return { kind: 'standing', trouble: 'stopped', until: null }
      desk.door.close('offline')
      return putAside(desk, run, 'offline')
    case 'download-failed':
      return putAside(desk, run, 'amazon-trouble')
    case 'storage':
    case 'storage-full':
      desk.door.close('storage')
      return putAside(desk, run, trouble.kind)
  }
}
