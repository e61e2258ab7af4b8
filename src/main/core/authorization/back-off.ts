import { backOffAfter, type BackOffCause } from '../../../shared/domain/back-off.ts'

/** What a failed renewal without a verdict is waited for, and the cause whose waits it takes. */
const CAUSES = {
  offline: 'offline',
  'amazon-trouble': 'amazon-trouble',
  'publisher-problem': 'application-key-refused',
} as const satisfies Readonly<Record<string, BackOffCause>>

export type BackOffKind = keyof typeof CAUSES

/**
 * Growing wait of one authorization after renewals that failed without a verdict. Its times are monotonic: a clock that was
 * set wrong for a while must not put the next try off for weeks.
 */
export interface BackOff {
  readonly kind: BackOffKind
  readonly failures: number
  readonly untilMono: number
}

/**
 * Doubles the wait after each failure of the same kind and spreads it (half to whole, `fraction` in [0, 1)), so that
 * many accounts never return together. Amazon's own time counts when it is later.
 */
export function nextBackOff(
  before: BackOff | undefined,
  failure: { readonly kind: BackOffKind; readonly tryAgainMono: number | null },
  moment: { readonly nowMono: number; readonly fraction: number },
): BackOff {
  const failures = before?.kind === failure.kind ? before.failures + 1 : 1
  const wait = backOffAfter(CAUSES[failure.kind], failures, moment.fraction)
  return { kind: failure.kind, failures, untilMono: Math.max(moment.nowMono + wait, failure.tryAgainMono ?? 0) }
}
