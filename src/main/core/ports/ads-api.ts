import type { Result } from '../../../shared/lib/result.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Caller } from './selling-api.ts'

/** An advertising profile: one account in one marketplace. Ids are text, because some exceed 2^53. */
export interface AdsProfile {
  readonly profileId: string
  readonly country: string
  readonly currency: string
  /** IANA zone of its days; null when Amazon names one that is not known here. */
  readonly zone: string | null
  readonly marketplaceId: string
  /** Seller: equals the selling partner id; vendor: an entity id. */
  readonly accountId: string
  readonly kind: 'seller' | 'vendor' | 'agency'
  readonly name: string
}

export interface AdsReportOrder {
  readonly profileId: string
  readonly name: string
  readonly reportTypeId: string
  readonly adProduct: string
  readonly groupBy: readonly string[]
  readonly columns: readonly string[]
  /** YYYY-MM-DD, both included, in the profile's zone. */
  readonly start: string
  readonly end: string
}

export type AdsReportLook =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly url: string }
  | { readonly kind: 'failed'; readonly evidence: string }

/** Amazon's advertising API in our words. */
export interface AdsApi {
  /** Edit and view-only profiles of the caller's region together. */
  profiles(caller: Caller): Promise<Result<readonly AdsProfile[], CallTrouble>>
  /** An identical report that already runs (425) is answered with its id. */
  createReport(caller: Caller, order: AdsReportOrder): Promise<Result<{ readonly reportId: string }, CallTrouble>>
  lookAtReport(caller: Caller, profileId: string, reportId: string): Promise<Result<AdsReportLook, CallTrouble>>
}
