import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AttemptId } from '../../../shared/domain/ids.ts'
import { takeOutcome } from './complete-attempt.ts'
import { ticketHashOf } from './derive-ids.ts'
import { isHandoff, readCallback, type CallbackOutcome } from './read-callback.ts'
import type { AuthorizationWorld } from './world.ts'

export type PasteTrouble = 'unknown-attempt' | 'not-open' | 'not-readable' | 'other-attempt' | 'late'

/**
 * The last resort: the person copies the link (or the code alone) from the broker's page into the attempt's dialog. A
 * link must belong to this attempt; a code alone is proven by this attempt's verifier when it is redeemed.
 */
export async function pasteAttempt(world: AuthorizationWorld, id: AttemptId, text: string): Promise<Result<Attempt, PasteTrouble>> {
  const { attempts } = world.ports.stores
  const attempt = await attempts.read(id)
  if (attempt === null) return err('unknown-attempt')
  if (attempt.state.kind !== 'open') return err('not-open')
  const outcome = readPasted(world, attempt, text.trim())
  if (!outcome.ok) return outcome
  const completion = await takeOutcome(world, attempt, outcome.value)
  if (completion.kind === 'dropped') return err(completion.why === 'late' ? 'late' : 'not-open')
  return ok((await attempts.read(id)) ?? attempt)
}

function readPasted({ ports }: AuthorizationWorld, attempt: Attempt, text: string): Result<CallbackOutcome, PasteTrouble> {
  const callback = readCallback(text)
  if (callback === null) return isHandoff(text) ? ok({ kind: 'handoff', handoff: text }) : err('not-readable')
  const hash = callback.mark.kind === 'hash' ? callback.mark.hash : ticketHashOf(ports.random, callback.mark.ticket)
  const isMine = hash === attempt.ticketHash && callback.issuer === attempt.issuer
  return isMine ? ok(callback.outcome) : err('other-attempt')
}
