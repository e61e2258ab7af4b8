import type { AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports/clock.ts'

/** Timers of the second renewals that decide about refused grants: at most one per authorization. */
export interface Confirmations {
  /** Plans the deciding renewal; one planned before is replaced. */
  plan(id: AuthorizationId, at: Instant): void
  /** When the planned renewal is due; null when none is. */
  dueAt(id: AuthorizationId): Instant | null
  cancel(id: AuthorizationId): void
  cancelAll(): void
}

interface Planned {
  readonly at: Instant
  readonly cancel: () => void
}

export function createConfirmations(clock: Clock, renew: (id: AuthorizationId) => void): Confirmations {
  const planned = new Map<AuthorizationId, Planned>()
  const cancel = (id: AuthorizationId) => {
    planned.get(id)?.cancel()
    planned.delete(id)
  }
  const fire = (id: AuthorizationId) => {
    planned.delete(id)
    renew(id)
  }
  return {
    plan: (id, at) => {
      cancel(id)
      planned.set(id, { at, cancel: clock.timer(Math.max(0, at - clock.now()), () => fire(id)) })
    },
    dueAt: (id) => planned.get(id)?.at ?? null,
    cancel,
    cancelAll: () => {
      for (const id of planned.keys()) cancel(id)
    },
  }
}
