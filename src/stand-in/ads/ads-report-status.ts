import type { Core } from '../core.ts'
import { isoSeconds } from '../lib/instants.ts'
import type { AdsReportRow } from '../state.ts'
import { reportTypeOf } from './ads-report-types.ts'

export type AdsReportStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED'

/** A finished report's address works this long. */
const URL_LIFE_MS = 3_600_000

export function adsStatusOf(core: Core, report: AdsReportRow): AdsReportStatus {
  if (report.outcome === undefined) {
    const target = { account: report.accountId, reportType: reportTypeOf(report.configuration)?.id ?? '' }
    if (core.now() < report.startsAt) return 'PENDING'
    if (core.now() < report.endsAt || core.faults.look('never-done', target) !== undefined) return 'PROCESSING'
    report.outcome = core.faults.strike('fatal', target) === undefined ? 'completed' : 'failed'
    core.changed()
  }
  return report.outcome === 'completed' ? 'COMPLETED' : 'FAILED'
}

/** A report as the API shows it; the address is fresh each time. */
export function describeAdsReport(core: Core, report: AdsReportRow): Record<string, unknown> {
  const status = adsStatusOf(core, report)
  const done = status === 'COMPLETED'
  const until = core.now() + URL_LIFE_MS
  return {
    reportId: report.id,
    name: report.name,
    status,
    startDate: report.startDate,
    endDate: report.endDate,
    configuration: report.configuration,
    createdAt: isoSeconds(report.createdAt),
    updatedAt: isoSeconds(Math.min(core.now(), report.endsAt)),
    generatedAt: done ? isoSeconds(report.endsAt) : null,
    url: done ? `${core.origin()}/documents/${core.sealer.seal('document', { ads: report.id, until })}` : null,
    urlExpiresAt: done ? isoSeconds(until) : null,
    fileSize: null,
    failureReason: status === 'FAILED' ? 'Report generation failed due to an internal error.' : null,
  }
}
