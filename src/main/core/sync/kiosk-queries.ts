import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok } from '../../../shared/lib/result.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { FIND_BEFORE_MS, LOOKS } from './policy.ts'
import { requestScope } from './request-scope.ts'
import type { RunDesk } from './run-desk.ts'
import { takenIds } from './taken-ids.ts'

type KioskRequest = Extract<DatasetRequest, { kind: 'data-kiosk' }>

/** Data Kiosk queries, ordered and waited for like reports, with buckets of their own (docs/amazon.md §4.6). */
export function kioskQueries(desk: RunDesk, request: KioskRequest): AmazonReports {
  const { sellingApi, clock } = desk.world.ports
  const { door, gates, urgent, signal } = desk
  const textOf = (run: SyncRun, now: number) => request.query(requestScope(desk.account, desk.channel, run, now))
  return {
    looks: LOOKS.selling,
    create: async (run, beforeAsk) => {
      const created = await door.ask<{ readonly queryId: string | null }>({
        gate: gates.kioskCreate,
        operation: 'createQuery',
        urgent,
        signal,
        call: async (caller) => {
          const now = clock.now()
          if ((await beforeAsk(now)) === null) return ok({ queryId: null })
          const { pages } = run
          return sellingApi.createQuery(caller, textOf(run, pages[0]?.askedAt ?? now), pages.at(-1)?.next)
        },
      })
      if (!created.ok) return created
      return created.value.queryId === null ? err({ kind: 'stopped' }) : ok(created.value.queryId)
    },
    // Pages of one result have the same text, so a lost one cannot be told from another's: it is asked for anew.
    find: (run) => (run.pages.length > 0 ? Promise.resolve(ok(null)) : findQuery(desk, run, textOf(run, run.requestedAt ?? run.plannedAt))),
    look: async (queryId) => {
      const look = await door.ask({
        gate: gates.kioskLook,
        operation: 'getQuery',
        urgent,
        signal,
        call: (caller) => sellingApi.lookAtQuery(caller, queryId),
      })
      if (!look.ok) return look
      const { value } = look
      if (value.kind === 'done') return ok({ kind: 'done', document: value.documentId })
      if (value.kind === 'page') return ok({ kind: 'page', document: value.documentId, next: value.next })
      return ok(value.kind === 'failed' ? { kind: 'failed', document: value.documentId } : { kind: value.kind })
    },
    cancel: async (queryId) => {
      await door.ask({
        gate: gates.kioskCancel,
        operation: 'cancelQuery',
        urgent,
        signal,
        call: (caller) => sellingApi.cancelQuery(caller, queryId),
      })
    },
    source: (document) =>
      door.ask({
        gate: gates.kioskDocument,
        operation: 'getDocument',
        urgent,
        signal,
        call: (caller) => sellingApi.resolveQueryDocument(caller, document),
      }),
  }
}

/** A query of ours whose id a crash kept from us: adopted only when its text is word for word what was asked. */
async function findQuery({ world, door, gates, urgent, signal }: RunDesk, run: SyncRun, text: string): ReturnType<AmazonReports['find']> {
  const { sellingApi, stores } = world.ports
  const since = (run.requestedAt ?? run.plannedAt) - FIND_BEFORE_MS
  const found = await door.ask({
    gate: gates.kioskFind,
    operation: 'getQueries',
    urgent,
    signal,
    call: (caller) => sellingApi.findQueries(caller, { since }),
  })
  if (!found.ok) return found
  const taken = await takenIds(stores, run)
  const mine = found.value.find(
    (one) => !taken.has(one.queryId) && one.createdAt >= since && one.text === text && one.look.kind !== 'failed',
  )
  return ok(mine?.queryId ?? null)
}
