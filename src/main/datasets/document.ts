import type { Channel } from '../../shared/domain/account.ts'
import type { DayInterval } from '../../shared/domain/day.ts'

/** A cell as it is stored: text, a safe integer, or null for *unknown* (never 0). */
export type Cell = string | number | null

/** Cells in the order of the dataset's table columns (without channel and ordinal). */
export type Row = readonly Cell[]

export interface RowContext {
  readonly channel: Channel
  readonly interval: DayInterval
  /** Day (epoch days) of an instant in the channel's zone; fast, for every row. */
  readonly dayAt: (instantMs: number) => number
  /** Day on which the document was fetched, in the channel's zone. */
  readonly today: number
  /** Channels of the account that share a document with this one, itself among them; only where one may hold rows of several. */
  readonly siblings?: readonly Channel[]
  /** Ids that a call by id asked for. */
  readonly asked?: readonly string[]
}

/**
 * What a dataset makes of one record. `foreign` rows belong to another marketplace or lie outside the interval and are
 * only counted; `bad` names what is wrong and refuses the whole document, so a day is never half read.
 */
export type RowVerdict =
  /** `note` names something of the row that a person may want to know; it becomes evidence on the receipts. */
  | { readonly kind: 'row'; readonly row: Row; readonly note?: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'bad'; readonly column: string; readonly why: string }

/** Reads a field of a flat-file record by the dataset's own name; '' when the column is optional and absent. */
export type FlatRecord = (column: string) => string

/** Columns of a flat file, and what it may be instead of a table. */
export interface FlatColumns {
  /** Own name → accepted headers in any language, first match wins; a missing required one refuses the document. */
  readonly headers: Readonly<Record<string, { readonly anyOf: readonly string[]; readonly required: boolean }>>
  /** Headers that are known and not taken, in any language; a header that is neither is reported as new. */
  readonly passedOver?: readonly string[]
  /** No known column holds a buyer's words, so a refused file of known columns alone may be kept for reading again. */
  readonly hasNoBuyers?: true
  /** Bodies that are a sentence instead of a table, with the code they mean. */
  readonly sentences: readonly { readonly startsWith: string; readonly means: 'range-refused' | 'empty' }[]
}

/** What a statement says about itself. Instants in ms; it owns the half-open stretch from `startsAt` to `endsAt`. */
export interface StatementFacts {
  /** Amazon's number of it: its rows carry it in the table's entity column. */
  readonly name: string
  readonly startsAt: number
  readonly endsAt: number
  readonly paidAt: number | null
  readonly totalMinor: number
  readonly currency: string
}

/** A statement being read for one channel. */
export interface Statement {
  /** Null when nothing of it can be the channel's: it is read no further. */
  readonly says: StatementFacts | null
  /** `line` counts from 1 within the statement. */
  readonly read: (record: FlatRecord, line: number) => RowVerdict
  /** Called after the last record: what refuses the whole statement. */
  readonly end: () => BadVerdict | null
}

export type BadVerdict = Extract<RowVerdict, { kind: 'bad' }>

export type DatasetDocument =
  | ({ readonly kind: 'flat-file'; readonly read: (record: FlatRecord, context: RowContext) => RowVerdict } & FlatColumns)
  /** A flat file whose first record speaks for the whole file. */
  | ({ readonly kind: 'statement'; readonly open: (head: FlatRecord, context: RowContext) => Statement | BadVerdict } & FlatColumns)
  | ({ readonly kind: 'json'; readonly read: (json: unknown, context: RowContext) => Iterable<RowVerdict> } & KnownFields)
  /** One JSON value a line, as Data Kiosk writes. Packed or not is told by the first bytes, because Amazon promises neither. */
  | { readonly kind: 'json-lines'; readonly read: (json: unknown, context: RowContext) => RowVerdict }
  | ({
      readonly kind: 'pages'
      readonly read: (json: unknown, context: RowContext) => { readonly verdicts: Iterable<RowVerdict>; readonly cursor: string | null }
    } & KnownFields)

/** Fields that Amazon's records are known to have, taken or not; another one is reported as new. Without them none is judged. */
interface KnownFields {
  readonly records?: (json: unknown) => readonly unknown[]
  readonly fields?: readonly string[]
}
