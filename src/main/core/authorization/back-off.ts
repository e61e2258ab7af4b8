import type { Instant } from '../../../shared/domain/ids.ts'
import { BACK_OFF } from './policy.ts'

export type BackOffKind = keyof typeof BACK_OFF

/** Growing wait of one authorization after renewals that failed without a verdict. */
export interface BackOff {
  readonly kind: BackOffKind
  readonly failures: number
  readonly until: Instant
}

/**
 * Doubles the wait after each failure of the same kind and spreads it (half to whole, `fraction` in [0, 1)), so that
 * many accounts never return together. Amazon's own time counts when it is later.
 */
export function nextBackOff(
  before: BackOff | undefined,
  failure: { readonly kind: BackOffKind; readonly tryAgainAt: Instant | null },
  moment: { readonly now: Instant; readonly fraction: number },
): BackOff {
  const failures = before?.kind === failure.kind ? before.failures + 1 : 1
  const { firstMs, longestMs } = BACK_OFF[failure.kind]
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(20, failures - 1))
  const wait = Math.round(whole * (0.5 + moment.fraction / 2))
  return { kind: failure.kind, failures, until: Math.max(moment.now + wait, failure.tryAgainAt ?? 0) }
}
