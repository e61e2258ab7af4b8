import { Secret } from '../../../shared/lib/secret.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AttemptId, Instant } from '../../../shared/domain/ids.ts'
import { ticketHashOf } from './derive-ids.ts'
import { endAttempt, type AttemptEnd } from './end-attempt.ts'
import { rememberAttempt } from './first-memory.ts'
import { readCallback, type Callback, type CallbackOutcome } from './read-callback.ts'
import { redeemAttempt } from './redeem-attempt.ts'
import type { AuthorizationWorld } from './world.ts'

export type DropReason = 'unreadable' | 'no-open-attempt' | 'wrong-issuer' | 'late' | 'used'

export type Completion = { readonly kind: 'taken'; readonly id: AttemptId } | { readonly kind: 'dropped'; readonly why: DropReason }

/**
 * Takes a link that came home. Only a genuine one, for an open attempt, moves anything, and only once: the attempt is
 * claimed in the database before the hand-off is redeemed. Anything else is dropped and logged without its contents.
 */
export async function completeAttempt(world: AuthorizationWorld, text: string): Promise<Completion> {
  const callback = readCallback(text)
  if (callback === null) return drop(world, null, 'unreadable')
  const attempt = await findOpen(world, callback)
  if (attempt === null) return drop(world, null, 'no-open-attempt')
  if (attempt.issuer !== callback.issuer) return drop(world, attempt, 'wrong-issuer')
  return takeOutcome(world, attempt, callback.outcome)
}

/** The outcome of an attempt known to be meant: from its own link, or pasted into its own dialog. */
export async function takeOutcome(world: AuthorizationWorld, attempt: Attempt, outcome: CallbackOutcome): Promise<Completion> {
  const now = world.ports.clock.now()
  if (now > attempt.runsOutAt) {
    await endAttempt(world, attempt, 'open', { outcome: 'timed-out', reason: null })
    return drop(world, attempt, 'late')
  }
  if (outcome.kind === 'trouble') {
    const ended = await endAttempt(world, attempt, 'open', endOf(outcome.trouble))
    return ended ? { kind: 'taken', id: attempt.id } : drop(world, attempt, 'used')
  }
  return world.oneAtATime(attempt.id, () => redeemOnce(world, attempt, outcome.handoff))
}

async function redeemOnce(world: AuthorizationWorld, attempt: Attempt, handoff: string): Promise<Completion> {
  const since = await claimInstant(world)
  const claimed = await world.ports.stores.attempts.move(attempt.id, 'open', { kind: 'checking', since }, null)
  if (!claimed) return drop(world, attempt, 'used')
  rememberAttempt(world, attempt)
  world.board.read(attempt.id)?.closePages()
  await redeemAttempt(world, { ...attempt, state: { kind: 'checking', since } }, new Secret(handoff))
  return { kind: 'taken', id: attempt.id }
}

/** Now, or later than every grant and claim there is: the instant marks one claim alone, also when the clock was set back. */
async function claimInstant({ ports }: AuthorizationWorld): Promise<Instant> {
  const consents = (await ports.stores.accounts.authorizations()).map((one) => one.consentedAt)
  const claims = (await ports.stores.attempts.standing()).map(({ state }) => (state.kind === 'checking' ? state.since : 0))
  return Math.max(ports.clock.now(), ...[...consents, ...claims].map((one) => one + 1))
}

async function findOpen({ ports }: AuthorizationWorld, { mark }: Callback): Promise<Attempt | null> {
  const hash = mark.kind === 'hash' ? mark.hash : ticketHashOf(ports.random, mark.ticket)
  const standing = await ports.stores.attempts.standing()
  return standing.find((one) => one.state.kind === 'open' && one.ticketHash === hash) ?? null
}

function endOf(trouble: Extract<CallbackOutcome, { kind: 'trouble' }>['trouble']): AttemptEnd {
  return trouble === 'consent-declined' ? { outcome: 'refused', reason: null } : { outcome: 'failed', reason: trouble }
}

function drop({ ports }: AuthorizationWorld, attempt: Attempt | null, why: DropReason): Completion {
  ports.log.write('warn', 'callback-dropped', { why, attempt: attempt?.id ?? null })
  return { kind: 'dropped', why }
}
