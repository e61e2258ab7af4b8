import type { AccountId, ChannelId, DatasetId, Instant, RunId } from './ids.ts'
import type { Day } from './day.ts'

export const RUN_REASONS = ['due', 'gap', 'settling', 'requested'] as const
export type RunReason = (typeof RUN_REASONS)[number]

export const RUN_OUTCOMES = ['complete', 'partial', 'postponed', 'refused', 'failed', 'stopped'] as const
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

/**
 * A durable request: `intended` before Amazon is asked, `requested` once asked without a known answer, `waiting` with the
 * Amazon report id, `ready` with a document, `committed` together with its rows, or `ended` with an outcome.
 */
export const RUN_STEPS = ['intended', 'requested', 'waiting', 'ready', 'committed', 'ended'] as const
export type RunStep = (typeof RUN_STEPS)[number]

/** Which of a dataset's ways to the same days a run takes: its own request, or the fallback after that one failed for good. */
export const RUN_WAYS = ['own', 'fallback'] as const
export type RunWay = (typeof RUN_WAYS)[number]

/** A finished page of a query's result that goes on in another query. */
export interface FinishedPage {
  readonly queryId: string
  /** Null when the page holds no row. */
  readonly documentId: string | null
  /** Amazon's cursor of the page after it. */
  readonly next: string
  readonly askedAt: Instant
}

export interface SyncRun {
  readonly id: RunId
  readonly accountId: AccountId
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  /** Which of the dataset's requests: the one that owns days, or the one that brings changes. */
  readonly request: 'days' | 'changes'
  readonly way: RunWay
  readonly from: Day
  readonly until: Day
  readonly reason: RunReason
  readonly step: RunStep
  readonly amazonReportId: string | null
  readonly plannedAt: Instant
  readonly requestedAt: Instant | null
  readonly endedAt: Instant | null
  readonly outcome: RunOutcome | null
  /** Closed code of what stopped it, e.g. `throttled`; null when fine. */
  readonly trouble: string | null
  readonly rows: number
  /** How often it was tried. */
  readonly tries: number
  /** Earliest next look or try; null when ended. */
  readonly nextLookAt: Instant | null
  /** Pages finished so far; `amazonReportId` is the page after them. All are committed together. */
  readonly pages: readonly FinishedPage[]
}
