import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { DatasetRequest, RequestScope } from '../../datasets/request.ts'
import { endOfCommit } from './commit-document.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { ingestOrder } from './ingest-order.ts'
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
  const scope = requestScope(desk.account, desk.channel, run, now)
  const seen = new Set<string>()
  let cursor: string | null = null
  do {
    const next: Result<string | null, RunEnd> = await addPage(desk, asked, { request, scope, cursor })
    if (!next.ok) return dropped(desk, asked, next.error)
    cursor = next.value
    if (cursor !== null && seen.has(cursor)) return dropped(desk, asked, await desk.book.end(asked, 'failed', 'bad-document'))
    if (cursor !== null) seen.add(cursor)
  } while (cursor !== null)
  return endOfCommit(desk, asked, await desk.ingests.run(() => ingest.commitPages(ingestOrder(desk, asked))))
}

interface PageTurn {
  readonly request: PagedRequest
  readonly scope: RequestScope
  readonly cursor: string | null
}

async function addPage(desk: RunDesk, run: SyncRun, turn: PageTurn): Promise<Result<string | null, RunEnd>> {
  const { sellingApi, ingest } = desk.world.ports
  const { request, scope } = turn
  const call = { quota: request.quota, path: request.path(scope), query: pageQuery(turn) }
  const { urgent, signal } = desk
  const page = await desk.door.ask({
    gate: desk.gates.page(request.quota),
    operation: request.quota.operation,
    urgent,
    signal,
    call: (caller) => sellingApi.readPage(caller, call),
  })
  if (!page.ok) return err(await endOfAsk(desk, run, page.error))
  const added = await ingest.addPage(ingestOrder(desk, run), page.value)
  return added.ok ? ok(added.value.cursor) : err(await endOfIngest(desk, run, added.error))
}

function pageQuery({ request, scope, cursor }: PageTurn): Readonly<Record<string, string>> {
  if (cursor === null) return request.query(scope)
  return { ...(request.repeatQuery ? request.query(scope) : {}), [request.cursorParameter]: cursor }
}

async function dropped(desk: RunDesk, run: SyncRun, end: RunEnd): Promise<RunEnd> {
  await desk.world.ports.ingest.dropPages(run.id)
  return end
}
