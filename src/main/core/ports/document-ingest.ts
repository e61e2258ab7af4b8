import type { Result } from '../../../shared/lib/result.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { DayInterval } from '../../../shared/domain/day.ts'
import type { DatasetId, Instant, RunId } from '../../../shared/domain/ids.ts'
import type { RunWay } from '../../../shared/domain/run.ts'

/** What the worker needs to commit a document: rows, receipts, roll-ups and the run's end go into one transaction. */
export interface IngestOrder {
  readonly runId: RunId
  readonly dataset: DatasetId
  readonly request: 'days' | 'changes'
  /** Whose document it is, where the dataset has a fallback; its own when left out. */
  readonly way?: RunWay
  readonly channel: Channel
  readonly interval: DayInterval
  readonly fetchedAt: Instant
  readonly amazonReportId: string | null
  /** Why figures may differ from what was held: kept with each changed figure. */
  readonly reason: string
  /** Ids that a page was asked for by; only where the request goes by ids. */
  readonly asked?: readonly string[]
  /** The document was fetched a while ago: days that were fetched or changed since are left alone. */
  readonly keepsNewer?: true
  /** Channels that share the document, this one among them; only where Amazon makes one for several. */
  readonly siblings?: readonly Channel[]
}

export interface Ingested {
  readonly rows: number
  readonly foreignRows: number
  /** Days whose figures changed against what was held. */
  readonly changedDays: number
  /** Days that an order with `keepsNewer` left alone; 0 otherwise. */
  readonly leftAlone: number
  readonly bytes: number
}

/** A document that cannot be used; nothing of it was stored, and what was held is untouched. */
export type IngestTrouble =
  | { readonly kind: 'bad-document'; readonly evidence: string }
  | { readonly kind: 'range-refused'; readonly evidence: string }
  | { readonly kind: 'download-failed'; readonly evidence: string }
  | { readonly kind: 'offline'; readonly evidence: string }
  | { readonly kind: 'storage-full'; readonly evidence: string }
  | { readonly kind: 'storage'; readonly evidence: string }

/** Why Amazon could not make a report or answer a query, as far as its sentence is known. */
export type FailureReason = 'not-yet-available' | 'option-missing' | 'query-invalid' | 'wrong-account' | 'no-permission' | 'unknown'

/** What the document of a failure tells. `code`: Amazon's own code, where it is a plain name; its sentence is kept nowhere. */
export interface FailureWord {
  readonly reason: FailureReason
  readonly code: string | null
}

/** Runs in the writing worker: download → gunzip (capped) → decode → parse → validate → commit. */
export interface DocumentIngest {
  commitDocument(
    order: IngestOrder,
    source: { readonly url: string; readonly gzip: boolean },
    signal?: AbortSignal,
  ): Promise<Result<Ingested, IngestTrouble>>
  /** Commits days that Amazon proved empty (report cancelled for want of rows). */
  commitEmpty(order: IngestOrder, evidence: string): Promise<Result<Ingested, IngestTrouble>>
  /** Adds one page's bytes to the run's slice; answers the cursor of the next page. */
  addPage(order: IngestOrder, page: Uint8Array): Promise<Result<{ readonly cursor: string | null }, IngestTrouble>>
  /** Adds one page's document to the run's slice: a result may be spread over several. The same one twice is refused. */
  addDocument(
    order: IngestOrder,
    source: { readonly url: string; readonly gzip: boolean },
    signal?: AbortSignal,
  ): Promise<Result<null, IngestTrouble>>
  /** Commits all pages and documents added for the run. */
  commitPages(order: IngestOrder): Promise<Result<Ingested, IngestTrouble>>
  /** Ends the run of a list that was read whole, once every document in it was committed; `rows` of all of them. */
  commitListing(order: IngestOrder, rows: number): Promise<Result<Ingested, IngestTrouble>>
  /** Reads the document of a report or query that Amazon could not make. */
  readReason(source: { readonly url: string; readonly gzip: boolean }, signal?: AbortSignal): Promise<Result<FailureWord, IngestTrouble>>
  /** Forgets pages of a run that will not be finished. */
  dropPages(runId: RunId): Promise<void>
}
