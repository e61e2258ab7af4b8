import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { DatasetRequest, RequestScope } from '../../datasets/request.ts'
import { endOfCommit } from './commit-document.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { ingestOrder } from './ingest-order.ts'
import { CURSOR_TRIES } from './policy.ts'
import { requestScope } from './request-scope.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

type PagedRequest = Extract<DatasetRequest, { kind: 'paged-call' }>

/** Brings one slice page by page and commits all pages together; a cursor never outlives its slice. */
export async function performPages(desk: RunDesk, request: PagedRequest, run: SyncRun): Promise<RunEnd> {
  const { clock, ingest } = desk.world.ports
  const now = clock.now()
  const asked = await desk.book.advance(run, { step: 'requested', requestedAt: now })
  if (asked === null) return { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }
  const walk: Walk = { request, scope: requestScope(desk.account, desk.channel, run, now) }
  for (let tries = 1; ; tries += 1) {
    const walked = await walkPages(desk, asked, walk)
    if (walked === 'all-read') return endOfCommit(desk, asked, await desk.ingests.run(() => ingest.commitPages(ingestOrder(desk, asked))))
    await ingest.dropPages(run.id)
    if (walked !== 'cursor-lost') return walked
    // Whatever was read belongs to a walk that cannot be finished: the next one begins at the first page.
    if (tries >= CURSOR_TRIES) return desk.book.end(asked, 'postponed', 'amazon-trouble')
  }
}

interface Walk {
  readonly request: PagedRequest
  readonly scope: RequestScope
}

/** Where a walk stands: parameters added to every page since a search went on, and the cursor of the next page. */
interface Place {
  readonly added: Readonly<Record<string, string>>
  readonly cursor: string | null
  /** When the page before was asked for; its cursor is no older. */
  readonly givenAt: number
}

async function walkPages(desk: RunDesk, run: SyncRun, walk: Walk): Promise<'all-read' | 'cursor-lost' | RunEnd> {
  const { clock } = desk.world.ports
  const seen = new Set<string>()
  let place: Place = { added: {}, cursor: null, givenAt: clock.monotonic() }
  for (;;) {
    const givenAt = clock.monotonic()
    const next: Result<string | null, 'cursor-lost' | RunEnd> = await addPage(desk, run, walk, place)
    if (!next.ok) return next.error
    if (next.value === null) return 'all-read'
    if (seen.has(next.value)) return desk.book.end(run, 'failed', 'bad-document')
    seen.add(next.value)
    const goesOn = walk.request.goesOn?.(next.value) ?? null
    place = goesOn === null ? { added: place.added, cursor: next.value, givenAt } : { added: goesOn, cursor: null, givenAt }
  }
}

async function addPage(
  desk: RunDesk,
  run: SyncRun,
  { request, scope }: Walk,
  place: Place,
): Promise<Result<string | null, 'cursor-lost' | RunEnd>> {
  const { sellingApi, ingest, clock } = desk.world.ports
  const call = { quota: request.quota, path: request.path(scope), query: pageQuery(request, scope, place) }
  const { urgent, signal } = desk
  const canBeLost = place.cursor !== null && request.cursorLivesMs !== undefined
  if (canBeLost && clock.monotonic() - place.givenAt > request.cursorLivesMs) return err('cursor-lost')
  const page = await desk.door.ask({
    gate: desk.gates.page(request.quota),
    operation: request.quota.operation,
    urgent,
    signal,
    call: (caller) => sellingApi.readPage(caller, call),
  })
  if (!page.ok && page.error.kind === 'bad-request' && canBeLost) return err('cursor-lost')
  if (!page.ok) return err(await endOfAsk(desk, run, page.error))
  const added = await ingest.addPage(ingestOrder(desk, run), page.value)
  return added.ok ? ok(added.value.cursor) : err(await endOfIngest(desk, run, added.error))
}

function pageQuery(request: PagedRequest, scope: RequestScope, { added, cursor }: Place): Readonly<Record<string, string>> {
  const query = { ...request.query(scope), ...added }
  if (cursor === null) return query
  return { ...(request.repeatQuery ? query : {}), [request.cursorParameter]: cursor }
}
