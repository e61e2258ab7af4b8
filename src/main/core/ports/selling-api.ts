import type { Result } from '../../../shared/lib/result.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Region } from '../../../shared/domain/region.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Quota } from '../../datasets/request.ts'
import type { AccessCredential } from './login.ts'

/** Who asks, where: the token buckets are kept per `bucketKey` (the account) and operation. */
export interface Caller {
  readonly access: AccessCredential
  readonly region: Region
  readonly bucketKey: string
  readonly signal?: AbortSignal
}

export interface Participation {
  readonly marketplaceId: string
  readonly country: string
  readonly name: string
  readonly storeName: string | null
  readonly participating: boolean
  /** Amazon shows none of the seller's offers there (listing status *inactive*). */
  readonly suspendedListings: boolean
}

export type ReportLook =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly documentId: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly documentId: string | null }

/** A query may be finished while its result goes on in another one, asked for with the same text and `next`. */
export type QueryLook = ReportLook | { readonly kind: 'page'; readonly documentId: string | null; readonly next: string }

export interface ReportOrder {
  readonly reportType: string
  readonly marketplaceIds: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly dates: { readonly start: string; readonly end: string } | null
}

/** A report of ours found at Amazon after a crash; adopted only if it is the one asked for. */
export interface FoundReport {
  readonly reportId: string
  readonly reportType: string
  readonly marketplaceIds: readonly string[]
  readonly start: string | null
  readonly end: string | null
  readonly createdAt: Instant
  readonly look: ReportLook
}

/** A page of the reports of a type made since then; `cursor` null: the first. */
export interface ListOrder {
  readonly reportType: string
  readonly since: Instant
  readonly cursor: string | null
}

export interface ListPage {
  readonly reports: readonly FoundReport[]
  /** Null: the list ends here. */
  readonly cursor: string | null
}

/** A Data Kiosk query of ours found at Amazon after a crash; adopted only if its text is the one asked for. */
export interface FoundQuery {
  readonly queryId: string
  readonly text: string
  readonly createdAt: Instant
  readonly look: QueryLook
}

/** Address of a document: good for five minutes, so it is resolved right before the download. */
export interface DocumentAddress {
  readonly url: string
  readonly gzip: boolean
}

/** What is left to ask of one operation now, as far as Amazon has told. */
export interface OperationBudget {
  readonly operation: string
  readonly tokens: number
  /** Tokens that come back, per second. */
  readonly perSecond: number
  readonly burst: number
  /** When one call would be let through. */
  readonly readyAt: Instant
}

/** Amazon's selling API in our words. Every answer is sorted; an empty bucket answers `throttled` without a call. */
export interface SellingApi {
  participations(caller: Caller): Promise<Result<readonly Participation[], CallTrouble>>
  createReport(caller: Caller, order: ReportOrder): Promise<Result<{ readonly reportId: string }, CallTrouble>>
  lookAtReport(caller: Caller, reportId: string): Promise<Result<ReportLook, CallTrouble>>
  findReports(
    caller: Caller,
    order: { readonly reportType: string; readonly since: Instant },
  ): Promise<Result<readonly FoundReport[], CallTrouble>>
  /** One page of the same, so that a long list can wait between two of them. */
  listReports(caller: Caller, order: ListOrder): Promise<Result<ListPage, CallTrouble>>
  resolveDocument(caller: Caller, documentId: string): Promise<Result<DocumentAddress, CallTrouble>>
  /** `cursor`: the page of the same query's result to make; the first when left out. */
  createQuery(caller: Caller, text: string, cursor?: string): Promise<Result<{ readonly queryId: string }, CallTrouble>>
  lookAtQuery(caller: Caller, queryId: string): Promise<Result<QueryLook, CallTrouble>>
  /** Ends a query that is not finished. */
  cancelQuery(caller: Caller, queryId: string): Promise<Result<null, CallTrouble>>
  findQueries(caller: Caller, order: { readonly since: Instant }): Promise<Result<readonly FoundQuery[], CallTrouble>>
  resolveQueryDocument(caller: Caller, documentId: string): Promise<Result<DocumentAddress, CallTrouble>>
  /** One GET of a declared call; the body is handed on unread, so the main thread parses nothing. */
  readPage(
    caller: Caller,
    call: { readonly quota: Quota; readonly path: string; readonly query: Readonly<Record<string, string>> },
  ): Promise<Result<Uint8Array, CallTrouble>>
  /** Same call as `readPage`, only its verdict: used by verification. */
  probe(
    caller: Caller,
    call: { readonly quota: Quota; readonly path: string; readonly query: Readonly<Record<string, string>> },
  ): Promise<Result<{ readonly evidence: string }, CallTrouble>>
  /** What is left to ask per operation that this account has used. */
  budget(region: Region, bucketKey: string): readonly OperationBudget[]
}
