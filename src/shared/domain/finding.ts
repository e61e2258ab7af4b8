import type { ChannelId, Instant } from './ids.ts'

/** What Amazon's documents can have that is not known. */
export const FINDING_KINDS = ['unknown-column', 'missing-column', 'unreadable', 'new-value'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One thing found. Names of columns, words of closed lists, and ids only: never another cell. */
export interface Finding {
  /** A dataset's id. */
  readonly source: string
  readonly kind: FindingKind
  /** Column or field. */
  readonly column: string
  /** What is the matter, without quoting anything. */
  readonly why: string
  /** Amazon's report id; null for pages, which have none. */
  readonly documentId: string | null
  readonly channelId: ChannelId | null
  readonly at: Instant
}

/** A finding as it is kept: once per source, kind and column, with the newest document. */
export interface KeptFinding extends Finding {
  readonly firstAt: Instant
  readonly times: number
}
