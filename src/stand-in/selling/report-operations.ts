import type { Core } from '../core.ts'
import { DAY_MS } from '../lib/days.ts'
import type { ReportRow } from '../state.ts'
import { hasRole, type Caller } from './access.ts'
import { badRequest, denied, notFound, ok, type Answer } from './answers.ts'
import { documentIdOf, documentUrl } from '../documents/document-url.ts'
import type { Operation } from './operation.ts'
import { describeReport, isKept } from './report-view.ts'
import { readReportRequest } from './report-request.ts'
import { statusOf } from './report-outcome.ts'
import { SETTLEMENT, SETTLEMENT_ROLES, settlementReports } from './settlement-reports.ts'

const ROOT = '/reports/2021-06-30'

const createReport: Operation = {
  id: 'createReport',
  method: 'post',
  path: `${ROOT}/reports`,
  roles: [],
  answer: ({ core, caller, body }) => {
    const row = readReportRequest(core, caller, body)
    if ('status' in row) return row
    core.state.reports.push(row)
    core.changed()
    return { status: 202, body: { reportId: row.id } }
  },
}

const getReport: Operation = {
  id: 'getReport',
  method: 'get',
  path: `${ROOT}/reports/:reportId`,
  roles: [],
  answer: ({ core, caller, path }) => {
    const row = findReport(core, caller, (one) => one.id === path['reportId'])
    return row === undefined ? notFound('Report not found') : ok(describeReport(core, row))
  },
}

const cancelReport: Operation = {
  id: 'cancelReport',
  method: 'delete',
  path: `${ROOT}/reports/:reportId`,
  roles: [],
  answer: ({ core, caller, path }) => {
    const row = findReport(core, caller, (one) => one.id === path['reportId'])
    if (row === undefined) return notFound('Report not found')
    if (statusOf(core, row) !== 'IN_QUEUE') return badRequest('Invalid input', 'only a queued report can be cancelled')
    row.cancelled = true
    core.changed()
    return { status: 200, body: undefined }
  },
}

const getReportDocument: Operation = {
  id: 'getReportDocument',
  method: 'get',
  path: `${ROOT}/documents/:documentId`,
  roles: [],
  answer: ({ core, caller, path }): Answer => {
    const row = findReport(core, caller, (one) => documentIdOf(one) === path['documentId'])
    if (row?.type === SETTLEMENT && !hasRole(core, caller.account, SETTLEMENT_ROLES)) return denied()
    if (row === undefined || describeReport(core, row)['reportDocumentId'] === undefined) return notFound('Document not found')
    const { url, gzip } = documentUrl(core, row)
    return ok({ reportDocumentId: documentIdOf(row), url, ...(gzip ? { compressionAlgorithm: 'GZIP' } : {}) })
  },
}

/** Reports belong to the account and the application that asked, and are forgotten after their time. */
function findReport(core: Core, caller: Caller, matches: (row: ReportRow) => boolean): ReportRow | undefined {
  const own = core.state.reports.find(
    (one) => one.accountId === caller.account.id && one.clientId === caller.grant.clientId && matches(one),
  )
  const row = own ?? settlementReports(core, caller.account, caller.grant.clientId).find(matches)
  return row !== undefined && isKept(row, core.now()) && core.now() - row.createdAt < 90 * DAY_MS ? row : undefined
}

export const REPORT_OPERATIONS: readonly Operation[] = [createReport, getReport, cancelReport, getReportDocument]
