import type { Quota } from '../../datasets/request.ts'

/** Default rates of the operations this adapter knows itself. Source: Amazon's models (docs/amazon.md §3.2, §4.0, §4.6). */
export const QUOTAS = {
  participations: { operation: 'getMarketplaceParticipations', perSecond: 0.016, burst: 15 },
  createReport: { operation: 'createReport', perSecond: 0.0167, burst: 15 },
  lookAtReport: { operation: 'getReport', perSecond: 2, burst: 15 },
  findReports: { operation: 'getReports', perSecond: 0.0222, burst: 10 },
  resolveDocument: { operation: 'getReportDocument', perSecond: 0.0167, burst: 15 },
  createQuery: { operation: 'createQuery', perSecond: 0.0167, burst: 15 },
  cancelQuery: { operation: 'cancelQuery', perSecond: 0.0222, burst: 10 },
  lookAtQuery: { operation: 'getQuery', perSecond: 2, burst: 15 },
  findQueries: { operation: 'getQueries', perSecond: 0.0222, burst: 10 },
  resolveQueryDocument: { operation: 'getDocument', perSecond: 0.0167, burst: 15 },
} as const satisfies Readonly<Record<string, Quota>>
