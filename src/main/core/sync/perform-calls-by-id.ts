import type { SyncRun } from '../../../shared/domain/run.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import { endOfCommit } from './commit-document.ts'
import { endOfAsk, endOfIngest } from './end-trouble.ts'
import { ingestOrder } from './ingest-order.ts'
import { requestScope } from './request-scope.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

type RequestById = Extract<DatasetRequest, { kind: 'calls-by-id' }>

/** Asks for every product the channel holds, a few a call, and commits all answers together. */
export async function performCallsById(desk: RunDesk, request: RequestById, run: SyncRun): Promise<RunEnd> {
  const { clock, ingest, stores } = desk.world.ports
  const ids = await stores.ledger.productIds(desk.channel.id)
  if (ids.length === 0) return desk.book.end(run, 'postponed', 'not-found')
  const now = clock.now()
  const asked = await desk.book.advance(run, { step: 'requested', requestedAt: now })
  if (asked === null) return { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }
  const scope = requestScope(desk.account, desk.channel, run, now)
  for (let first = 0; first < ids.length; first += request.idsPerCall) {
    const some = ids.slice(first, first + request.idsPerCall)
    const trouble = await addAnswer(
      desk,
      asked,
      { quota: request.quota, path: request.path(scope), query: request.query(scope, some) },
      some,
    )
    if (trouble === null) continue
    await ingest.dropPages(run.id)
    return trouble
  }
  return endOfCommit(desk, asked, await desk.ingests.run(() => ingest.commitPages(ingestOrder(desk, asked))))
}

async function addAnswer(
  desk: RunDesk,
  run: SyncRun,
  call: Parameters<RunDesk['world']['ports']['sellingApi']['readPage']>[1],
  ids: readonly string[],
): Promise<RunEnd | null> {
  const { sellingApi, ingest } = desk.world.ports
  const { urgent, signal } = desk
  const gate = desk.gates.page(call.quota)
  const page = await desk.door.ask({ gate, urgent, signal, call: (caller) => sellingApi.readPage(caller, call) })
  if (!page.ok) return endOfAsk(desk, run, page.error)
  const added = await ingest.addPage({ ...ingestOrder(desk, run), asked: ids }, page.value)
  return added.ok ? null : endOfIngest(desk, run, added.error)
}
