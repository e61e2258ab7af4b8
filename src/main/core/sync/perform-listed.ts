import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import type { IngestTrouble } from '../ports/document-ingest.ts'
import type { FoundReport, ListOrder, ListPage } from '../ports/selling-api.ts'
import { endOfCommit } from './commit-document.ts'
import type { AskTrouble } from './door.ts'
import { documentsToTake, type ListedDocument } from './documents-to-take.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { fetchDocument } from './fetch-document.ts'
import { ingestOrder } from './ingest-order.ts'
import { noteDocument } from './note-document.ts'
import { LIST_MARGIN_MS, LIST_MAX_PAGES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

type ListedRequest = Extract<DatasetRequest, { kind: 'listed-reports' }>

/**
 * Reads Amazon's list and takes every document of it that was never taken, one after the other. What was taken is known
 * from the ledger, so a run that was cut off loses nothing: the next one reads the list again and takes the rest.
 */
export async function performListed(desk: RunDesk, request: ListedRequest, run: SyncRun): Promise<RunEnd> {
  const asked = await desk.book.advance(run, { step: 'requested', requestedAt: desk.world.ports.clock.now() })
  if (asked === null) return STOPPED
  const listed = await readList(desk, request, asked)
  if (!listed.ok) return listed.error
  let rows = 0
  let refused = 0
  let current = asked
  for (const document of listed.value) {
    const next = await desk.book.advance(current, { step: 'ready', amazonReportId: document.reportId })
    if (next === null) return STOPPED
    current = next
    const taken = await takeDocument(desk, current, document)
    if (!taken.ok) return taken.error
    desk.world.daysMoved(desk.account.id, desk.dataset.id)
    rows += taken.value ?? 0
    if (taken.value === null) refused += 1
  }
  // A refused document stays in the list and is tried again after the wait of a failure; the list is not read whole before.
  if (refused > 0) return desk.book.end(current, 'failed', 'bad-document')
  const order = { ...ingestOrder(desk, current), amazonReportId: null }
  return endOfCommit(desk, current, await desk.ingests.run(() => desk.world.ports.ingest.commitListing(order, rows)))
}

const STOPPED: RunEnd = { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }

/** The documents to take, oldest first: they leave the list first. */
async function readList(desk: RunDesk, { reportType }: ListedRequest, run: SyncRun): Promise<Result<readonly ListedDocument[], RunEnd>> {
  const { clock, stores } = desk.world.ports
  const { timing, id } = desk.dataset
  const since = clock.now() - (timing.lookBackDays ?? 0) * 86_400_000 + LIST_MARGIN_MS
  const found: FoundReport[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < LIST_MAX_PAGES; pages += 1) {
    const page: Result<ListPage, AskTrouble> = await readListPage(desk, { reportType, since, cursor })
    if (!page.ok) return err(await endOfAsk(desk, run, page.error))
    found.push(...page.value.reports)
    cursor = page.value.cursor
    if (cursor === null) break
  }
  // A list without an end was not read whole, so nothing may be concluded from it.
  if (cursor !== null) return err(await desk.book.end(run, 'failed', 'bad-document'))
  const held = await Promise.all(
    desk.siblings.map(async ({ channel, days }) => ({
      zone: channel.zone,
      damaged: days.filter(isDamaged).map((one) => one.day),
      taken: await stores.ledger.takenDocuments(channel.id, id),
    })),
  )
  return ok(documentsToTake(found, held))
}

/** Each page waits out its own throttling, so that a long list never begins again. */
function readListPage({ door, gates, urgent, signal, world }: RunDesk, order: ListOrder): Promise<Result<ListPage, AskTrouble>> {
  return door.ask({
    gate: gates.find,
    operation: 'getReports',
    urgent,
    signal,
    call: (caller) => world.ports.sellingApi.listReports(caller, order),
  })
}

function isDamaged({ state }: CoverageDay): boolean {
  return state === 'partial'
}

/** Rows of the document; null when it cannot be used, which must not keep the others away. */
async function takeDocument(desk: RunDesk, run: SyncRun, { documentId }: ListedDocument): Promise<Result<number | null, RunEnd>> {
  const { gates, urgent, signal, world } = desk
  const source = () =>
    desk.door.ask({
      gate: gates.document,
      operation: 'getReportDocument',
      urgent,
      signal,
      call: (caller) => world.ports.sellingApi.resolveDocument(caller, documentId),
    })
  const { ingest } = world.ports
  const fetched = await fetchDocument(desk, { source, take: (address) => ingest.commitDocument(ingestOrder(desk, run), address, signal) })
  if (fetched.ok) return ok(fetched.value.rows)
  const { error } = fetched
  if (error.of === 'stop') return err({ kind: 'standing', trouble: 'stopped', until: null })
  if (error.of === 'ask') {
    if (!isOfThisDocument(error.trouble.kind)) return err(await endOfAsk(desk, run, error.trouble))
    world.ports.log.write('warn', 'document-refused', { dataset: run.dataset, trouble: error.trouble.kind })
    return ok(null)
  }
  if (error.trouble.kind === 'download-failed') return err(await endOfDownload(desk, run, error.trouble))
  if (error.trouble.kind !== 'bad-document') return err(await endOfIngest(desk, run, error.trouble))
  noteDocument(desk, error.trouble)
  world.ports.log.write('warn', 'document-refused', { dataset: run.dataset, trouble: error.trouble.kind })
  return ok(null)
}

/** Amazon lists the document and does not give its address out, which says nothing about the others. */
function isOfThisDocument(kind: AskTrouble['kind']): boolean {
  return kind === 'not-found' || kind === 'bad-request' || kind === 'bad-document'
}

/** What the store of documents did three times it would do for the others too: the list waits as after a failure. */
async function endOfDownload(desk: RunDesk, run: SyncRun, trouble: IngestTrouble): Promise<RunEnd> {
  if (desk.signal.aborted) return { kind: 'standing', trouble: 'stopped', until: null }
  noteDocument(desk, trouble)
  return desk.book.end(run, 'failed', 'download-failed')
}
