import { assertNever } from '../../../shared/lib/never.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Finding } from './account-health.ts'
import { DAY_MS } from './policy.ts'

export interface PermissionQuestion {
  readonly family: ApiFamily
  /** Null when it was never connected. */
  readonly authorization: Authorization | null
  readonly now: Instant
  readonly expiringDays: number
}

/** What an authorization alone says. A first refusal is no finding yet: the second renewal decides. */
export function permissionFindings({ family, authorization, now, expiringDays }: PermissionQuestion): readonly Finding[] {
  const absent: Finding = { status: family === 'selling' ? 'disconnected' : 'ads-not-connected', cause: null, facts: {} }
  if (authorization === null) return [absent]
  const { state, endsAt } = authorization
  switch (state.kind) {
    case 'disconnected':
      return [{ ...absent, facts: { since: state.since } }]
    case 'reconnect-required': {
      const facts = { since: state.since, firstRefusedAt: state.firstRefusedAt, endsAt }
      return [{ status: family === 'selling' ? 'reconnect-required' : 'ads-reconnect-required', cause: state.cause, facts }]
    }
    case 'publisher-problem':
      return [{ status: 'publisher-problem', cause: causeOfPublisher(state.cause), facts: { since: state.since } }]
    case 'refused-once':
    case 'active':
      return endings(authorization, now, expiringDays)
    default:
      return assertNever(state)
  }
}

/** True while the permission can be used, so that what syncing says about it counts. */
export function isInForce(authorization: Authorization | null): boolean {
  return authorization !== null && (authorization.state.kind === 'active' || authorization.state.kind === 'refused-once')
}

/** Whole days until an end, 0 on its last day and below when it has passed. */
export function daysLeft(endsAt: Instant, now: Instant): number {
  return Math.floor((endsAt - now) / DAY_MS)
}

function causeOfPublisher(cause: 'application-credential-ended' | 'unknown'): string {
  return cause === 'unknown' ? 'publisher-problem' : cause
}

/** The nearer of the two forecast ends: the grant's, or the private app's client secret's. */
function endings(authorization: Authorization, now: Instant, expiringDays: number): readonly Finding[] {
  const ends = [
    { ends: 'permission', at: authorization.endsAt },
    { ends: 'client-secret', at: authorization.secretEndsAt },
  ].flatMap(({ ends, at }) => (at === null ? [] : [{ ends, at }]))
  const [next] = ends.sort((a, b) => a.at - b.at)
  if (next === undefined || daysLeft(next.at, now) > expiringDays) return []
  return [{ status: 'expiring-soon', cause: null, facts: { endsAt: next.at, daysLeft: daysLeft(next.at, now), ends: next.ends } }]
}
