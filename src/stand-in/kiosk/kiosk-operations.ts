import type { Core } from '../core.ts'
import { documentUntil } from '../documents/document-url.ts'
import { DAY_MS } from '../lib/days.ts'
import { asFields, numberOf, textOf, textsOf } from '../lib/fields.ts'
import { instantOf } from '../lib/instants.ts'
import { drawFor } from '../lib/random.ts'
import type { Caller } from '../selling/access.ts'
import { badRequest, notFound, ok, type Answer } from '../selling/answers.ts'
import type { Call, Operation } from '../selling/operation.ts'
import { listOf, paramOf, sizeOf } from '../selling/query.ts'
import type { QueryRow } from '../state.ts'
import { readKioskRequest, type KioskRequest } from './kiosk-request.ts'
import { describeQuery, queryDocumentId, queryStatus, resultMark } from './kiosk-status.ts'

const ROOT = '/dataKiosk/2023-11-15'
/** Queries and their documents are kept this long. Source: the schemas' retention directive. */
const KEPT_MS = 30 * DAY_MS

const createQuery: Operation = {
  id: 'createQuery',
  method: 'post',
  path: `${ROOT}/queries`,
  roles: [],
  answer: ({ core, caller, body }) => {
    const text = textOf(asFields(body), 'query')
    if (text === undefined) return badRequest('Invalid input', 'query is required')
    const request = readKioskRequest(core, caller, text)
    if ('status' in request) return request
    const place = placeOf(core, caller, text, body)
    if ('status' in place) return place
    const row = { ...rowFor(core, caller, text, request), ...place }
    core.state.queries.push(row)
    core.changed()
    return { status: 202, body: { queryId: row.id } }
  },
}

/** Ends a query that is not finished; one that is stays as it is. */
const cancelQuery: Operation = {
  id: 'cancelQuery',
  method: 'delete',
  path: `${ROOT}/queries/:queryId`,
  roles: [],
  answer: ({ core, caller, path }) => {
    const row = kept(core, caller).find((one) => one.id === path['queryId'])
    if (row === undefined) return notFound('Query not found')
    const status = queryStatus(core, row)
    if (status === 'IN_QUEUE' || status === 'IN_PROGRESS') row.outcome = 'cancelled'
    core.changed()
    return { status: 204, body: undefined }
  },
}

const getQuery: Operation = {
  id: 'getQuery',
  method: 'get',
  path: `${ROOT}/queries/:queryId`,
  roles: [],
  answer: ({ core, caller, path }) => {
    const row = kept(core, caller).find((one) => one.id === path['queryId'])
    return row === undefined ? notFound('Query not found') : ok(describeQuery(core, row))
  },
}

const getQueries: Operation = {
  id: 'getQueries',
  method: 'get',
  path: `${ROOT}/queries`,
  roles: [],
  answer: (call) => {
    const asked = listQuery(call)
    return 'status' in asked ? asked : page(call, asked)
  },
}

const getDocument: Operation = {
  id: 'getDocument',
  method: 'get',
  path: `${ROOT}/documents/:documentId`,
  roles: [],
  answer: ({ core, caller, path }) => {
    const row = kept(core, caller).find((one) => queryDocumentId(one) === path['documentId'])
    if (row === undefined || row.outcome === undefined || row.outcome === 'empty' || row.outcome === 'cancelled')
      return notFound('Document not found')
    const key = core.sealer.seal('document', { query: row.id, until: documentUntil(core) })
    return ok({ documentId: queryDocumentId(row), documentUrl: `${core.origin()}/documents/${key}` })
  },
}

export const KIOSK_OPERATIONS: readonly Operation[] = [createQuery, cancelQuery, getQuery, getQueries, getDocument]

/** Where in the result the page begins: a token is good only beside the query it came from. */
function placeOf(core: Core, caller: Caller, text: string, body: unknown): Pick<QueryRow, 'skip' | 'asOf'> | Answer {
  const token = textOf(asFields(body), 'paginationToken')
  if (token === undefined) return { skip: 0 }
  const told = asFields(core.sealer.open('query page', token))
  const asker = { accountId: caller.account.id, clientId: caller.grant.clientId, text }
  const skip = numberOf(told, 'skip')
  const asOf = numberOf(told, 'asOf')
  const isOfThis = textOf(told, 'of') === resultMark(core, asker)
  return isOfThis && skip !== undefined && asOf !== undefined ? { skip, asOf } : badRequest('Invalid input', 'paginationToken is not valid')
}

function rowFor(core: Core, caller: Caller, text: string, { marketplaceIds, from, to }: KioskRequest): Omit<QueryRow, 'skip' | 'asOf'> {
  const serial = core.nextSerial()
  const createdAt = core.now()
  const [least, most] = core.state.pace.queueMs
  const draw = drawFor(core.world.seed, 'query pace', serial)
  const wholeMs = Math.round(least + draw() * (most - least))
  return {
    id: String(40_000_000_000 + serial),
    accountId: caller.account.id,
    clientId: caller.grant.clientId,
    region: caller.region,
    text,
    marketplaceIds,
    from,
    to,
    createdAt,
    startsAt: createdAt + Math.floor(wholeMs * (0.2 + draw() * 0.4)),
    endsAt: createdAt + wholeMs,
  }
}

/** Queries belong to the account and the application that asked. */
function kept(core: Core, caller: Caller): readonly QueryRow[] {
  return core.state.queries.filter(
    (one) => one.accountId === caller.account.id && one.clientId === caller.grant.clientId && core.now() - one.createdAt < KEPT_MS,
  )
}

type ListQuery = { readonly statuses: string[]; readonly sinceMs: number; readonly pageSize: number; readonly skip: number }

function listQuery({ core, query }: Call): ListQuery | Answer {
  const token = paramOf(query, 'paginationToken')
  if (token !== undefined) {
    const told = asFields(core.sealer.open('queries page', token))
    const sinceMs = numberOf(told, 'sinceMs')
    if (sinceMs === undefined) return badRequest('Invalid input', 'paginationToken is not valid')
    return {
      statuses: textsOf(told, 'statuses') ?? [],
      sinceMs,
      pageSize: numberOf(told, 'pageSize') ?? 10,
      skip: numberOf(told, 'skip') ?? 0,
    }
  }
  const since = paramOf(query, 'createdSince')
  const sinceMs = since === undefined ? core.now() - KEPT_MS : instantOf(since)
  const pageSize = sizeOf(query, 'pageSize', 10, 100)
  if (sinceMs === undefined || pageSize === undefined) return badRequest('Invalid input', 'createdSince or pageSize cannot be read')
  return { statuses: listOf(query, 'processingStatuses'), sinceMs, pageSize, skip: 0 }
}

function page({ core, caller }: Call, asked: ListQuery): Answer {
  const found = kept(core, caller)
    .filter((row) => row.createdAt >= asked.sinceMs)
    .filter((row) => asked.statuses.length === 0 || asked.statuses.includes(queryStatus(core, row)))
    .toSorted((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id))
  const rows = found.slice(asked.skip, asked.skip + asked.pageSize)
  const skip = asked.skip + rows.length
  const pagination = skip < found.length ? { nextToken: core.sealer.seal('queries page', { ...asked, skip }) } : undefined
  return ok({ queries: rows.map((row) => describeQuery(core, row)), pagination })
}
