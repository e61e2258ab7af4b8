import type { Core } from '../core.ts'
import { documentIdOf } from '../documents/document-url.ts'
import { DAY_MS } from '../lib/days.ts'
import { isoSeconds } from '../lib/instants.ts'
import type { ReportRow } from '../state.ts'
import { statusOf, type ReportStatus } from './report-outcome.ts'
import { reportType } from './report-types.ts'

/** A report as getReport and getReports show it; what is undefined is left out of the JSON. */
export function describeReport(core: Core, row: ReportRow): Record<string, unknown> {
  const status = statusOf(core, row)
  return {
    reportId: row.id,
    reportType: row.type,
    marketplaceIds: row.marketplaceIds,
    processingStatus: status,
    createdTime: isoSeconds(row.createdAt),
    dataStartTime: isoOrNothing(row.startMs),
    dataEndTime: isoOrNothing(row.endMs),
    ...progress(row, status),
  }
}

function progress(row: ReportRow, status: ReportStatus): Record<string, string> {
  if (status === 'IN_QUEUE' || row.cancelled) return {}
  const started = { processingStartTime: isoSeconds(row.startsAt) }
  if (status === 'IN_PROGRESS') return started
  const ended = { ...started, processingEndTime: isoSeconds(row.endsAt) }
  return status === 'CANCELLED' ? ended : { ...ended, reportDocumentId: documentIdOf(row) }
}

function isoOrNothing(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : isoSeconds(ms)
}

/** Whether Amazon still remembers it. */
export function isKept(row: ReportRow, nowMs: number): boolean {
  return nowMs - row.createdAt < (reportType(row.type)?.keptDays ?? 90) * DAY_MS
}
