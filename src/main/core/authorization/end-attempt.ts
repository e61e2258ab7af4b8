import type { Attempt, AttemptOutcome, AttemptState } from '../../../shared/domain/attempt.ts'
import type { AttemptId } from '../../../shared/domain/ids.ts'
import type { AuthorizationWorld } from './world.ts'

export interface AttemptEnd {
  readonly outcome: AttemptOutcome
  /** Closed code for the screen when it is finer than the outcome; null otherwise. */
  readonly reason: string | null
}

/**
 * Ends an attempt from the state it is known to be in; false when somebody else was faster. What it kept aside is
 * removed only after the row has ended, so a crash in between leaves nothing usable and nothing lost.
 */
export async function endAttempt(
  world: AuthorizationWorld,
  attempt: Pick<Attempt, 'id' | 'accountId' | 'family'>,
  from: AttemptState['kind'],
  end: AttemptEnd,
): Promise<boolean> {
  const at = world.ports.clock.now()
  const facts = { family: attempt.family, outcome: end.outcome, reason: end.reason }
  const activity = { at, accountId: attempt.accountId, channelId: null, kind: 'attempt-ended', facts } as const
  const moved = await world.ports.stores.attempts.move(attempt.id, from, { kind: 'ended', at, ...end }, activity)
  if (!moved) return false
  await cleanUp(world, attempt.id)
  return true
}

/** Removes the secrets of an attempt that has ended and closes its pages. */
export async function cleanUp({ ports, board }: AuthorizationWorld, id: AttemptId): Promise<void> {
  await ports.vault.remove(`attempt/${id}`)
  await ports.vault.remove(`quarantine/${id}`)
  board.read(id)?.closePages()
  board.tell(id)
}
