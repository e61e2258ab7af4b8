import type { Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok } from '../../../shared/lib/result.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import type { FoundReport, ReportLook, ReportOrder } from '../ports/selling-api.ts'
import type { AmazonReportLook, AmazonReports } from './amazon-reports.ts'
import { FIND_BEFORE_MS, LOOKS } from './policy.ts'
import { requestScope } from './request-scope.ts'
import type { RunDesk } from './run-desk.ts'
import { takenIds } from './taken-ids.ts'

type ReportRequest = Extract<DatasetRequest, { kind: 'amazon-report' }>

/** Reports of the selling API. */
export function sellingReports(desk: RunDesk, request: ReportRequest): AmazonReports {
  const { sellingApi, stores } = desk.world.ports
  const { door, gates, urgent, signal } = desk
  return {
    looks: LOOKS.selling,
    create: async (run, beforeAsk) => {
      const created = await door.ask<{ readonly reportId: string | null }>({
        gate: gates.create,
        operation: 'createReport',
        urgent,
        signal,
        call: async (caller) => {
          const now = desk.world.ports.clock.now()
          if ((await beforeAsk(now)) === null) return ok({ reportId: null })
          return sellingApi.createReport(caller, reportOrder(desk, request, run, now))
        },
      })
      if (!created.ok) return created
      return created.value.reportId === null ? err({ kind: 'stopped' }) : ok(created.value.reportId)
    },
    find: async (run) => {
      const askedAt = run.requestedAt ?? run.plannedAt
      const found = await door.ask({
        gate: gates.find,
        operation: 'getReports',
        urgent,
        signal,
        call: (caller) => sellingApi.findReports(caller, { reportType: request.reportType, since: askedAt - FIND_BEFORE_MS }),
      })
      if (!found.ok) return found
      const taken = await takenIds(stores, run)
      const order = reportOrder(desk, request, run, askedAt)
      const mine = found.value.find(
        (one) => !taken.has(one.reportId) && one.createdAt >= askedAt - FIND_BEFORE_MS && isSameReport(one, order),
      )
      return ok(mine?.reportId ?? null)
    },
    look: async (reportId) => {
      const look = await door.ask({
        gate: gates.look,
        operation: 'getReport',
        urgent,
        signal,
        call: (caller) => sellingApi.lookAtReport(caller, reportId),
      })
      return look.ok ? ok(lookOf(look.value)) : look
    },
    cancel: () => Promise.resolve(),
    source: (document) =>
      door.ask({
        gate: gates.document,
        operation: 'getReportDocument',
        urgent,
        signal,
        call: (caller) => sellingApi.resolveDocument(caller, document),
      }),
  }
}

function lookOf(look: ReportLook): AmazonReportLook {
  if (look.kind === 'done') return { kind: 'done', document: look.documentId }
  return look.kind === 'failed' ? { kind: 'failed', document: look.documentId } : look
}

function reportOrder({ account, channel }: RunDesk, request: ReportRequest, run: SyncRun, now: Instant): ReportOrder {
  const scope = requestScope(account, channel, run, now)
  return {
    reportType: request.reportType,
    marketplaceIds: [channel.marketplaceId],
    options: request.options(scope),
    dates: request.dates(scope),
  }
}

/** Adopted is only what was asked for: same type, same marketplaces, same dates to the second, and not failed. */
function isSameReport(found: FoundReport, order: ReportOrder): boolean {
  const isPlace =
    found.marketplaceIds.length === order.marketplaceIds.length && order.marketplaceIds.every((id) => found.marketplaceIds.includes(id))
  const isTime = order.dates === null || (isSameInstant(found.start, order.dates.start) && isSameInstant(found.end, order.dates.end))
  return found.reportType === order.reportType && isPlace && isTime && found.look.kind !== 'failed'
}

function isSameInstant(found: string | null, asked: string): boolean {
  return found !== null && Math.floor(Date.parse(found) / 1000) === Math.floor(Date.parse(asked) / 1000)
}
