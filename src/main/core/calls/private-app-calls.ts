import { err, ok } from '../../../shared/lib/result.ts'
import type { Handlers } from '../dispatch.ts'
import { issued, troubleFailure } from './attempt-calls.ts'
import type { Desk } from './desk.ts'

type PrivateAppCalls = Pick<Handlers, 'privateApps.list' | 'privateApps.replaceSecret'>

/** The person's own apps and their client secrets. */
export function privateAppCalls(desk: Desk): PrivateAppCalls {
  const { authorization } = desk
  return {
    async 'privateApps.list'() {
      const apps = await authorization.privateApps()
      return ok({ apps: apps.map((one) => ({ ...one, permissions: [...one.permissions] })) })
    },
    async 'privateApps.replaceSecret'({ issuedOn, ...order }) {
      const replaced = await authorization.replaceSecret({ ...order, ...issued(issuedOn, desk.ports.clock.now()) })
      if (!replaced.ok) return err(troubleFailure(replaced.error))
      desk.changed('channels', 'activity')
      return ok({ accounts: [...replaced.value.accounts] })
    },
  }
}
