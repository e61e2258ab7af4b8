import type { Failure } from '../../shared/contract/failures.ts'
import type { AttemptView, ReconnectPreview } from '../../shared/contract/views/attempt.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { AccountKind, ApiFamily, Region } from '../../shared/domain/region.ts'

/** What the person wants to connect. `accountId` is null when a new account is being added. */
export interface AttemptTarget {
  readonly accountId: AccountId | null
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  /** Two letters: whose sign-in page opens. */
  readonly country: string
}

/** How Amazon's page was opened: by the host itself, in a tab of this browser, or not at all because tabs are blocked. */
export type Opening = 'host' | 'tab' | 'blocked'

/** Where the dialog stands. Nothing here is truth: the attempt itself lives in the core. */
export type AttemptFlow =
  | { readonly kind: 'closed' }
  | { readonly kind: 'asking'; readonly target: AttemptTarget }
  | { readonly kind: 'before'; readonly target: AttemptTarget; readonly preview: ReconnectPreview; readonly trouble: Failure | null }
  | { readonly kind: 'beginning'; readonly target: AttemptTarget; readonly preview: ReconnectPreview | null }
  | { readonly kind: 'not-begun'; readonly target: AttemptTarget; readonly failure: Failure }
  | {
      readonly kind: 'under-way'
      readonly target: AttemptTarget
      readonly attempt: AttemptView
      readonly opening: Opening
      readonly trouble: Failure | null
    }

export const closed: AttemptFlow = { kind: 'closed' }

/** A preview came: only the question still on screen takes it. */
export function previewed(
  flow: AttemptFlow,
  target: AttemptTarget,
  result: { readonly ok: true; readonly value: ReconnectPreview } | { readonly ok: false; readonly error: Failure },
): AttemptFlow {
  if (flow.kind !== 'asking' || flow.target !== target) return flow
  return result.ok ? { kind: 'before', target, preview: result.value, trouble: null } : { kind: 'not-begun', target, failure: result.error }
}

/** The attempt moved: a view of another attempt, or one older than what is shown, changes nothing. */
export function moved(flow: AttemptFlow, attempt: AttemptView): AttemptFlow {
  if (flow.kind !== 'under-way' || flow.attempt.id !== attempt.id) return flow
  return { ...flow, attempt, trouble: null }
}

/** What leaving the dialog means now. Nothing stored is ever touched by leaving. */
export function leavingMeans(flow: AttemptFlow): 'close' | 'cancel' | 'discard' {
  if (flow.kind !== 'under-way') return 'close'
  if (flow.attempt.stage === 'wrong-account') return 'discard'
  return flow.attempt.stage === 'result' || flow.attempt.stage === 'failed' ? 'close' : 'cancel'
}
