import type { AttemptId } from '../../../shared/domain/ids.ts'
import { endAttempt } from './end-attempt.ts'
import type { AuthorizationWorld } from './world.ts'

/**
 * The person steps back. A credential already being checked goes its way: it is the right account's and harmless, or it
 * waits aside for a choice. Cancelling an attempt that has ended does nothing.
 */
export async function cancelAttempt(world: AuthorizationWorld, id: AttemptId): Promise<void> {
  const attempt = await world.ports.stores.attempts.read(id)
  if (attempt?.state.kind === 'open') await endAttempt(world, attempt, 'open', { outcome: 'closed', reason: null })
  if (attempt?.state.kind === 'wrong-account') await endAttempt(world, attempt, 'wrong-account', { outcome: 'discarded', reason: null })
}
