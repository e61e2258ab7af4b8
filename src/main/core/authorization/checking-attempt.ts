import type { Attempt, AttemptState } from '../../../shared/domain/attempt.ts'

/** An attempt that has been claimed: its credential is in quarantine, or about to be. */
export interface CheckingAttempt extends Attempt {
  readonly state: Extract<AttemptState, { kind: 'checking' }>
}

export function isChecking(attempt: Attempt): attempt is CheckingAttempt {
  return attempt.state.kind === 'checking'
}
