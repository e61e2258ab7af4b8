import type { Activity } from '../../../shared/domain/activity.ts'
import type { Authorization, AuthorizationState } from '../../../shared/domain/authorization.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { RenewalDesk } from './renewal-desk.ts'

/** Stores a state that differs from the one held, with the line it deserves in the time-line, and tells who listens. */
export async function moveState(
  desk: Pick<RenewalDesk, 'ports' | 'onChange'>,
  authorization: Authorization,
  state: AuthorizationState,
): Promise<void> {
  if (isSame(authorization.state, state)) return
  const activity = activityOf(authorization, state, desk.ports.clock.now())
  await desk.ports.stores.accounts.setAuthorizationState(authorization.id, state, activity)
  desk.onChange(authorization.accountId)
}

function isSame(one: AuthorizationState, other: AuthorizationState): boolean {
  if (one.kind !== other.kind) return false
  return one.kind !== 'refused-once' || other.kind !== 'refused-once' || one.firstRefusedAt === other.firstRefusedAt
}

function activityOf({ accountId, family }: Authorization, state: AuthorizationState, at: Instant): Activity | null {
  const line = { at, accountId, channelId: null }
  switch (state.kind) {
    case 'refused-once':
      return { ...line, kind: 'renewal-refused', facts: { family } }
    case 'reconnect-required':
      return { ...line, kind: 'reconnect-required', facts: { family, cause: state.cause, firstRefusedAt: state.firstRefusedAt } }
    case 'publisher-problem':
      return { ...line, kind: 'publisher-problem', facts: { family, cause: state.cause } }
    case 'disconnected':
      return { ...line, kind: 'disconnected', facts: { family } }
    case 'active':
      return null
  }
}
