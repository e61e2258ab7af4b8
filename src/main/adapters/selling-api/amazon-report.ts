import { z } from 'zod'
import type { FoundReport, ReportLook } from '../../core/ports/selling-api.ts'

export const REPORTS_PATH = '/reports/2021-06-30'

/** Amazon's description of a report, as far as it is used. */
export const amazonReport = z.object({
  reportId: z.string().min(1),
  reportType: z.string(),
  marketplaceIds: z.array(z.string()).nullish(),
  dataStartTime: z.string().nullish(),
  dataEndTime: z.string().nullish(),
  createdTime: z.iso.datetime({ offset: true }),
  processingStatus: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'FATAL']),
  reportDocumentId: z.string().min(1).nullish(),
})
export type AmazonReport = z.infer<typeof amazonReport>

/** CANCELLED is Amazon's word for "no rows in this interval" (docs/amazon.md §4.0). */
export function lookOf({ processingStatus, reportDocumentId }: Pick<AmazonReport, 'processingStatus' | 'reportDocumentId'>): ReportLook {
  const documentId = reportDocumentId ?? null
  if (processingStatus === 'CANCELLED') return { kind: 'empty' }
  if (processingStatus === 'FATAL') return { kind: 'failed', documentId }
  if (processingStatus !== 'DONE') return { kind: 'waiting' }
  return documentId === null ? { kind: 'failed', documentId: null } : { kind: 'done', documentId }
}

export function foundReportOf(report: AmazonReport): FoundReport {
  return {
    reportId: report.reportId,
    reportType: report.reportType,
    marketplaceIds: report.marketplaceIds ?? [],
    start: report.dataStartTime ?? null,
    end: report.dataEndTime ?? null,
    createdAt: Date.parse(report.createdTime),
    look: lookOf(report),
  }
}
