import type { Instant } from '../../../shared/domain/ids.ts'
import type { RunOutcome } from '../../../shared/domain/run.ts'

/** Closed codes a run keeps for what stopped it. */
export type RunTrouble =
  | 'account-problem'
  | 'amazon-trouble'
  | 'application-credential-ended'
  | 'bad-document'
  | 'bad-request'
  | 'back-off'
  | 'download-failed'
  | 'never-done'
  | 'no-access'
  | 'no-longer-offered'
  | 'not-asked'
  | 'not-due-yet'
  | 'not-found'
  | 'offline'
  | 'permission-missing'
  | 'range-refused'
  | 'report-failed'
  | 'storage'
  | 'storage-full'
  | 'stopped'
  | 'wrong-region'

/** How performing a run came out. `standing` runs stay in the database and are taken up again. */
export type RunEnd =
  | { readonly kind: 'committed'; readonly rows: number }
  | { readonly kind: 'ended'; readonly outcome: Exclude<RunOutcome, 'complete'>; readonly trouble: RunTrouble }
  | { readonly kind: 'standing'; readonly trouble: RunTrouble; readonly until: Instant | null }

/** Failures of the slice itself: the same request would fail again. */
export function isOwnFailure(end: RunEnd): boolean {
  return end.kind === 'ended' && end.outcome === 'failed'
}
