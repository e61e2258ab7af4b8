import type { Authorization, AuthorizationState } from '../../../shared/domain/authorization.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { CONFIRM_FROM_MS, CONFIRM_MARGIN_MS, CONFIRM_UNTIL_MS } from './policy.ts'

/** How a renewal was answered, as far as it says something about the grant or the app's key. */
export type RenewalVerdict = 'renewed' | 'grant-refused' | 'publisher-problem'

export interface RenewalMoment {
  readonly now: Instant
  /** True while the login endpoint itself fails for many accounts: then nothing is concluded about a grant. */
  readonly loginOutage: boolean
}

/**
 * What an answered renewal makes of an authorization. Only a second `grant-refused`, two minutes or more after the
 * first, ends in *Reconnect required*; the app's own key never does, and never hides a first refusal.
 */
export function decideRenewal(authorization: Authorization, verdict: RenewalVerdict, moment: RenewalMoment): AuthorizationState {
  switch (verdict) {
    case 'renewed':
      return { kind: 'active' }
    case 'publisher-problem':
      return decidePublisher(authorization, moment.now)
    case 'grant-refused':
      return decideRefusal(authorization, moment)
  }
}

/** When the deciding renewal is due: inside two to four minutes, spread by `fraction` in [0, 1). */
export function confirmAt(firstRefusedAt: Instant, fraction: number): Instant {
  const span = CONFIRM_UNTIL_MS - CONFIRM_FROM_MS - 2 * CONFIRM_MARGIN_MS
  return firstRefusedAt + CONFIRM_FROM_MS + CONFIRM_MARGIN_MS + Math.floor(span * fraction)
}

function decideRefusal(authorization: Authorization, { now, loginOutage }: RenewalMoment): AuthorizationState {
  const { state } = authorization
  // Decided already; a refusal asked for by hand adds nothing.
  if (state.kind === 'reconnect-required') return state
  if (state.kind !== 'refused-once') return { kind: 'refused-once', firstRefusedAt: now }
  // A wall clock set back must not keep the decision away for ever: then the first refusal starts anew.
  if (now < state.firstRefusedAt) return { kind: 'refused-once', firstRefusedAt: now }
  if (loginOutage || now - state.firstRefusedAt < CONFIRM_FROM_MS) return state
  return { kind: 'reconnect-required', since: now, firstRefusedAt: state.firstRefusedAt, cause: causeOf(authorization, now) }
}

/** Amazon does not say whether a grant lapsed or was withdrawn; only the forecast end lets us conclude the first. */
function causeOf(authorization: Authorization, now: Instant): 'lapsed' | 'withdrawn-or-changed' {
  return authorization.endsAt !== null && authorization.endsAt <= now ? 'lapsed' : 'withdrawn-or-changed'
}

function decidePublisher({ state, secretEndsAt }: Authorization, now: Instant): AuthorizationState {
  if (state.kind === 'refused-once' || state.kind === 'publisher-problem' || state.kind === 'reconnect-required') return state
  const cause = secretEndsAt !== null && secretEndsAt <= now ? 'application-credential-ended' : 'unknown'
  return { kind: 'publisher-problem', since: now, cause }
}
