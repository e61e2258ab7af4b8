import type { Instant } from '../../../shared/domain/ids.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { QUARANTINE_LIMIT_MS } from './policy.ts'

/** True once a claimed attempt has waited for Amazon as long as it may. */
export function isPastQuarantine({ state }: CheckingAttempt, now: Instant): boolean {
  return now - state.since > QUARANTINE_LIMIT_MS
}
