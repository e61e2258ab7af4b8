import { z } from 'zod'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Caller, DocumentAddress, FoundQuery, QueryLook } from '../../core/ports/selling-api.ts'
import { type Asking, askBytes, askFor } from './ask.ts'
import { FOUND_MAX_PAGES, FOUND_PAGE_SIZE } from './policy.ts'
import { QUOTAS } from './quotas.ts'
import { isSafeAddress } from './safe-address.ts'

const PATH = '/dataKiosk/2023-11-15'

const query = z.object({
  queryId: z.string().min(1),
  query: z.string(),
  createdTime: z.iso.datetime({ offset: true }),
  processingStatus: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'FATAL']),
  dataDocumentId: z.string().min(1).nullish(),
  errorDocumentId: z.string().min(1).nullish(),
  pagination: z.object({ nextToken: z.string().min(1).nullish() }).nullish(),
})
type Query = z.infer<typeof query>

const created = z.object({ queryId: z.string().min(1) })
const document = z.object({ documentId: z.string(), documentUrl: z.string() })
const page = z.object({ queries: z.array(query), pagination: z.object({ nextToken: z.string().min(1).nullish() }).nullish() })

export async function createQuery(
  asking: Asking,
  caller: Caller,
  text: string,
  cursor?: string,
): Promise<Result<{ readonly queryId: string }, CallTrouble>> {
  const body = { query: text, ...(cursor === undefined ? {} : { paginationToken: cursor }) }
  const call = { path: `${PATH}/queries`, body }
  return askFor(asking, caller, { quota: QUOTAS.createQuery, call, shape: created })
}

export async function lookAtQuery(asking: Asking, caller: Caller, queryId: string): Promise<Result<QueryLook, CallTrouble>> {
  const call = { path: `${PATH}/queries/${encodeURIComponent(queryId)}` }
  const answer = await askFor(asking, caller, { quota: QUOTAS.lookAtQuery, call, shape: query })
  return answer.ok ? ok(lookOf(answer.value)) : answer
}

/** Answered without a word; a query that is finished stays as it is. */
export async function cancelQuery(asking: Asking, caller: Caller, queryId: string): Promise<Result<null, CallTrouble>> {
  const call = { path: `${PATH}/queries/${encodeURIComponent(queryId)}`, cancels: true }
  const answer = await askBytes(asking, caller, { quota: QUOTAS.cancelQuery, call })
  return answer.ok ? ok(null) : answer
}

/** Every query made since then. A cursor comes back in `pagination` and goes out alone. */
export async function findQueries(
  asking: Asking,
  caller: Caller,
  { since }: { readonly since: Instant },
): Promise<Result<readonly FoundQuery[], CallTrouble>> {
  const found: FoundQuery[] = []
  let parameters: Readonly<Record<string, string>> = { createdSince: new Date(since).toISOString(), pageSize: String(FOUND_PAGE_SIZE) }
  for (let pages = 0; pages < FOUND_MAX_PAGES; pages += 1) {
    const call = { path: `${PATH}/queries`, query: parameters }
    const answer = await askFor(asking, caller, { quota: QUOTAS.findQueries, call, shape: page })
    if (!answer.ok) return answer
    found.push(...answer.value.queries.map(foundQueryOf))
    const cursor = answer.value.pagination?.nextToken
    if (cursor === null || cursor === undefined) break
    parameters = { paginationToken: cursor }
  }
  return ok(found)
}

export async function resolveQueryDocument(
  asking: Asking,
  caller: Caller,
  documentId: string,
): Promise<Result<DocumentAddress, CallTrouble>> {
  const call = { path: `${PATH}/documents/${encodeURIComponent(documentId)}` }
  const answer = await askFor(asking, caller, { quota: QUOTAS.resolveQueryDocument, call, shape: document })
  if (!answer.ok) return answer
  const { documentUrl } = answer.value
  // Whether it is packed is not told beside the address; the document's first bytes tell.
  return isSafeAddress(documentUrl)
    ? ok({ url: documentUrl, gzip: false })
    : err({ kind: 'bad-document', evidence: 'the address is not encrypted' })
}

/**
 * DONE with neither document is Amazon's word for "no rows"; a cancelled query proves nothing (docs/amazon.md §4.6). A result
 * that goes on in another query is a page: its document alone would pass for the whole.
 */
function lookOf({ processingStatus, dataDocumentId, errorDocumentId, pagination }: Query): QueryLook {
  const failure = errorDocumentId ?? null
  if (processingStatus === 'FATAL' || processingStatus === 'CANCELLED') return { kind: 'failed', documentId: failure }
  return processingStatus === 'DONE' ? finishedLook(dataDocumentId ?? null, failure, pagination?.nextToken ?? null) : { kind: 'waiting' }
}

function finishedLook(documentId: string | null, failure: string | null, next: string | null): QueryLook {
  if (failure !== null && (documentId === null || next !== null)) return { kind: 'failed', documentId: failure }
  if (next !== null) return { kind: 'page', documentId, next }
  return documentId === null ? { kind: 'empty' } : { kind: 'done', documentId }
}

function foundQueryOf(one: Query): FoundQuery {
  return { queryId: one.queryId, text: one.query, createdAt: Date.parse(one.createdTime), look: lookOf(one) }
}
