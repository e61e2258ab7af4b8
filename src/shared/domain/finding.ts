import type { ChannelId, Instant } from './ids.ts'

/** What Amazon's documents and answers can have that is not known. */
export const FINDING_KINDS = ['unknown-column', 'missing-column', 'unreadable', 'new-value', 'new-error-body'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One thing found. Names of columns, words of closed lists, codes and ids only: never a cell or a value of an answer. */
export interface Finding {
  /** A dataset's id, or `selling`, `ads` or `login` for answers that belong to none. */
  readonly source: string
  readonly kind: FindingKind
  /** Column or field; for error bodies their status and keys. */
  readonly column: string
  /** What is the matter, without quoting anything. */
  readonly why: string
  /** Amazon's report id, or the id of its answer; null where it gave none. */
  readonly documentId: string | null
  readonly channelId: ChannelId | null
  readonly at: Instant
}

/** A finding as it is kept: once per source, kind and column, with the newest document. */
export interface KeptFinding extends Finding {
  readonly firstAt: Instant
  readonly times: number
}
