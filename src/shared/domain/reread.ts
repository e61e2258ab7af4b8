import type { Day } from './day.ts'
import type { ChannelId, DatasetId, Instant } from './ids.ts'

/** A document that was refused, as it is remembered for reading it again. */
export interface KeptDocument {
  /** Names it among the kept ones; nothing else. */
  readonly id: string
  readonly dataset: DatasetId
  readonly channelId: ChannelId
  readonly from: Day
  readonly until: Day
  readonly fetchedAt: Instant
  readonly amazonReportId: string | null
  /** False where columns that are not taken might hold a buyer's words, or where it was too large. */
  readonly hasBody: boolean
  /** Nobody who reads as this version does has tried it yet. */
  readonly isUntried: boolean
}

/** What came of reading a kept document again. */
export const REREAD_KINDS = ['read', 'refused', 'not-kept', 'newer-held', 'not-wanted', 'put-off'] as const

export type Reread =
  /** `leftAlone`: days of it that were fetched, or changed, later than the document. */
  | { readonly kind: 'read'; readonly days: number; readonly rows: number; readonly leftAlone: number }
  /** Still not to be read; line and column, without quoting anything. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nothing to read: its days stay fetchable, and the ordinary fetch brings them. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'newer-held' }
  /** Its account is gone, or its days lie before what is kept. */
  | { readonly kind: 'not-wanted' }
  /** The disk did not take it; it stays kept. */
  | { readonly kind: 'put-off' }
