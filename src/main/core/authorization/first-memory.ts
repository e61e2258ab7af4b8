import type { Attempt } from '../../../shared/domain/attempt.ts'
import { checksAtStart } from './attempt-checks.ts'
import type { AttemptMemory } from './attempt-board.ts'
import { consentHostOf } from './consent-host.ts'
import type { AuthorizationWorld } from './world.ts'

/** What can be said of an attempt that an earlier run of the app opened. */
export function firstMemory({ figures }: Pick<AuthorizationWorld, 'figures'>, attempt: Attempt): AttemptMemory {
  return {
    surface: 'popup',
    host: consentHostOf(figures, attempt),
    checks: checksAtStart(attempt.family),
    access: [],
    verifying: false,
    connectedAs: null,
    closePages: () => undefined,
  }
}

/** Makes sure that the steps of an attempt have a place to be noted, also after a restart. */
export function rememberAttempt(world: Pick<AuthorizationWorld, 'figures' | 'board'>, attempt: Attempt): void {
  if (world.board.read(attempt.id) === null) world.board.write(attempt.id, firstMemory(world, attempt))
}
