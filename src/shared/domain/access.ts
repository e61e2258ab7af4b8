import type { Instant } from './ids.ts'

/** Product word for what a grant allows; Amazon's role and scope names stay in adapters and dataset files. */
export const PERMISSIONS = ['sales', 'financial', 'advertising', 'product', 'brand-analytics', 'vendor'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Verification's answer per dataset; a report type's permission is proven only by its first report. */
export const ACCESS_ANSWERS = ['granted', 'refused', 'not-yet-proven'] as const
export type AccessAnswer = (typeof ACCESS_ANSWERS)[number]

export interface DatasetAccess {
  readonly answer: AccessAnswer
  readonly checkedAt: Instant
  /** What Amazon said, without secrets: request id or error code; null when nothing was asked yet. */
  readonly evidence: string | null
}
