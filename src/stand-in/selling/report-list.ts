import { DAY_MS } from '../lib/days.ts'
import { asFields, numberOf, textsOf } from '../lib/fields.ts'
import { instantOf } from '../lib/instants.ts'
import type { ReportRow } from '../state.ts'
import { hasRole } from './access.ts'
import { badRequest, denied, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { listOf, paramOf, sizeOf } from './query.ts'
import { describeReport, isKept } from './report-view.ts'
import { statusOf } from './report-outcome.ts'
import { SETTLEMENT, SETTLEMENT_KEPT_MS, SETTLEMENT_ROLES, settlementReports } from './settlement-reports.ts'

/** Which reports are asked for; also what a next token carries, so that a page can go on from it alone. */
type ListQuery = {
  readonly types: string[]
  readonly statuses: string[]
  readonly marketplaceIds: string[]
  readonly sinceMs: number
  readonly untilMs: number
  readonly pageSize: number
  readonly skip: number
}

const STATUSES = ['IN_QUEUE', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'FATAL']

export const getReports: Operation = {
  id: 'getReports',
  method: 'get',
  path: '/reports/2021-06-30/reports',
  roles: [],
  answer: (call) => {
    const query = call.query.has('nextToken') ? continued(call) : started(call)
    return 'status' in query ? query : list(call, query)
  },
}

function list({ core, caller }: Call, query: ListQuery): Answer {
  if (query.types.includes(SETTLEMENT) && !hasRole(core, caller.account, SETTLEMENT_ROLES)) return denied()
  const own = core.state.reports.filter((row) => row.accountId === caller.account.id && row.clientId === caller.grant.clientId)
  // Settlements heed no marketplace: each names them all.
  const found = [...own, ...(query.types.includes(SETTLEMENT) ? settlementReports(core, caller.account, caller.grant.clientId) : [])]
    .filter((row) => isKept(row, core.now()))
    .filter((row) => query.types.includes(row.type) && row.createdAt >= query.sinceMs && row.createdAt <= query.untilMs)
    .filter(
      (row) =>
        row.type === SETTLEMENT || query.marketplaceIds.length === 0 || row.marketplaceIds.some((id) => query.marketplaceIds.includes(id)),
    )
    .filter((row: ReportRow) => query.statuses.length === 0 || query.statuses.includes(statusOf(core, row)))
    .toSorted((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id))
  const page = found.slice(query.skip, query.skip + query.pageSize)
  const skip = query.skip + page.length
  const nextToken = skip < found.length ? core.sealer.seal('reports page', { ...query, skip }) : undefined
  return ok({ reports: page.map((row) => describeReport(core, row)), nextToken })
}

function started({ core, query }: Call): ListQuery | Answer {
  const types = listOf(query, 'reportTypes')
  const statuses = listOf(query, 'processingStatuses')
  const pageSize = sizeOf(query, 'pageSize', 10, 100)
  if (types.length === 0 || types.length > 10) return badRequest('Invalid input', 'reportTypes must name 1 to 10 types')
  if (!statuses.every((status) => STATUSES.includes(status))) return badRequest('Invalid input', 'Invalid input in processing status')
  if (pageSize === undefined) return badRequest('Invalid input', 'pageSize must be 1 to 100')
  const sinceMs = instantOr(query, 'createdSince', core.now() - 90 * DAY_MS)
  const untilMs = instantOr(query, 'createdUntil', core.now())
  if (sinceMs === undefined || untilMs === undefined) return badRequest('Invalid input', 'a date cannot be read')
  if (types.includes(SETTLEMENT) && sinceMs < core.now() - SETTLEMENT_KEPT_MS)
    return badRequest('Invalid input', 'RequestedFromDate cannot be older than 90 days')
  return { types, statuses, marketplaceIds: listOf(query, 'marketplaceIds'), sinceMs, untilMs, pageSize, skip: 0 }
}

function instantOr(query: URLSearchParams, name: string, usual: number): number | undefined {
  const text = paramOf(query, name)
  return text === undefined ? usual : instantOf(text)
}

/** The token must come alone. */
function continued({ core, query }: Call): ListQuery | Answer {
  const kept = asFields(core.sealer.open('reports page', query.get('nextToken') ?? ''))
  const types = textsOf(kept, 'types')
  if (types === undefined || [...query.keys()].length > 1)
    return badRequest('Invalid input', 'nextToken must be valid and the only parameter')
  return {
    types,
    statuses: textsOf(kept, 'statuses') ?? [],
    marketplaceIds: textsOf(kept, 'marketplaceIds') ?? [],
    sinceMs: numberOf(kept, 'sinceMs') ?? 0,
    untilMs: numberOf(kept, 'untilMs') ?? core.now(),
    pageSize: numberOf(kept, 'pageSize') ?? 10,
    skip: numberOf(kept, 'skip') ?? 0,
  }
}
