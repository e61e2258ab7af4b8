import type { Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Result } from '../../../shared/lib/result.ts'
import type { AskTrouble } from './door.ts'
import { LOOKS } from './policy.ts'

export type AmazonReportLook =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly document: string }
  | { readonly kind: 'empty' }
  /** Finished, and the result goes on in another query; `document` is null when this page holds no row. */
  | { readonly kind: 'page'; readonly document: string | null; readonly next: string }
  /** `document`: Amazon's reason, where it gave one. */
  | { readonly kind: 'failed'; readonly document: string | null }

/** Ordering an Amazon report and getting its document, the same for both API families. */
export interface AmazonReports {
  readonly looks: (typeof LOOKS)[keyof typeof LOOKS]
  /** `beforeAsk` writes down that Amazon is being asked; `stopped` when the run may not go on. */
  create(run: SyncRun, beforeAsk: (now: Instant) => Promise<SyncRun | null>): Promise<Result<string, AskTrouble>>
  /** Looks for a report of ours whose id we never learned; null when there is none. */
  find(run: SyncRun): Promise<Result<string | null, AskTrouble>>
  look(reportId: string): Promise<Result<AmazonReportLook, AskTrouble>>
  /** Tells Amazon that nobody waits any more; nothing hangs on its answer. Waiting reports take nobody's place and are left alone. */
  cancel(reportId: string): Promise<void>
  /** Address of a finished document; short-lived. */
  source(document: string): Promise<Result<{ readonly url: string; readonly gzip: boolean }, AskTrouble>>
}
