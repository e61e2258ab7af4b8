import { ok } from '../../../shared/lib/result.ts'
import type { Caller, SellingApi } from '../../core/ports/selling-api.ts'
import { type Asking, askBytes } from './ask.ts'
import { createBuckets } from './buckets.ts'
import { createCredentialDoubts } from './credential-doubts.ts'
import { readParticipations } from './participations.ts'
import { PAGE_MAX_BYTES, PAGE_TIMEOUT_MS } from './policy.ts'
import { cancelQuery, createQuery, findQueries, lookAtQuery, resolveQueryDocument } from './queries.ts'
import { createReport, findReports, listReports, lookAtReport, resolveDocument } from './reports.ts'
import type { SellingWorld } from './world.ts'

type PageCall = Parameters<SellingApi['readPage']>[1]

/** Amazon's selling API over HTTP. Scarce buckets are kept over a restart; for the others Amazon's own 429 sets them right. */
export function createSellingApi(world: SellingWorld): SellingApi {
  const buckets = createBuckets(world.clock, world.quota)
  const asking: Asking = { world, buckets, doubts: createCredentialDoubts() }
  const readPage = (caller: Caller, { quota, path, query }: PageCall) =>
    askBytes(asking, caller, { quota, call: { path, query }, limits: { timeoutMs: PAGE_TIMEOUT_MS, maxBytes: PAGE_MAX_BYTES } })
  return {
    participations: (caller) => readParticipations(asking, caller),
    createReport: (caller, order) => createReport(asking, caller, order),
    lookAtReport: (caller, reportId) => lookAtReport(asking, caller, reportId),
    findReports: (caller, order) => findReports(asking, caller, order),
    listReports: (caller, order) => listReports(asking, caller, order),
    resolveDocument: (caller, documentId) => resolveDocument(asking, caller, documentId),
    createQuery: (caller, text, cursor) => createQuery(asking, caller, text, cursor),
    cancelQuery: (caller, queryId) => cancelQuery(asking, caller, queryId),
    lookAtQuery: (caller, queryId) => lookAtQuery(asking, caller, queryId),
    findQueries: (caller, order) => findQueries(asking, caller, order),
    resolveQueryDocument: (caller, documentId) => resolveQueryDocument(asking, caller, documentId),
    readPage: async (caller, call) => {
      const answer = await readPage(caller, call)
      return answer.ok ? ok(answer.value.body) : answer
    },
    probe: async (caller, call) => {
      const answer = await readPage(caller, call)
      return answer.ok ? ok({ evidence: answer.value.evidence }) : answer
    },
    budget: buckets.budget,
  }
}
