import type { ChannelId, Instant } from './ids.ts'

/** What Amazon's documents, and its refusals (`new-answer`), can have that is not known. */
export const FINDING_KINDS = ['unknown-column', 'missing-column', 'unreadable', 'new-value', 'new-answer'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One thing found. Names of columns, words of closed lists, and ids only: never another cell. */
export interface Finding {
  /** A dataset's id; of an answer whom was asked: `selling`, `advertising`, `login` or `broker`. */
  readonly source: string
  readonly kind: FindingKind
  /** Column or field; of an answer its status and code. */
  readonly column: string
  /** What is the matter, without quoting anything. */
  readonly why: string
  /** Amazon's report id, or the id of the request; null where there is none. */
  readonly documentId: string | null
  readonly channelId: ChannelId | null
  readonly at: Instant
}

/** A finding as it is kept: once per source, kind and column, with the newest document. */
export interface KeptFinding extends Finding {
  readonly firstAt: Instant
  readonly times: number
}
