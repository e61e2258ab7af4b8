import { err, ok } from '../../../shared/lib/result.ts'
import { failure, type Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'

type AccountActs = Pick<Handlers, 'accounts.rename' | 'accounts.pause' | 'accounts.disconnect'>

const NO_ACCOUNT = failure('not-found', 'account', 'accountId')

/** What a person does to an account here; history stays whatever they choose. */
export function accountActs(desk: Desk): AccountActs {
  const { stores, clock } = desk.ports
  const isKnown = async (id: string) => (await stores.accounts.accounts()).some((one) => one.id === id)
  return {
    async 'accounts.rename'({ accountId, name }) {
      if (!(await isKnown(accountId))) return err(NO_ACCOUNT)
      await stores.accounts.rename(accountId, name)
      desk.changed('channels')
      return ok({})
    },
    async 'accounts.pause'({ accountId, paused }) {
      if (!(await isKnown(accountId))) return err(NO_ACCOUNT)
      await stores.accounts.setPaused(accountId, paused, {
        at: clock.now(),
        accountId,
        channelId: null,
        kind: paused ? 'paused' : 'resumed',
        facts: {},
      })
      desk.changed('channels', 'activity')
      // Resuming starts a cycle; pausing lets the scheduler look again and stop what is on its way.
      desk.sync.wake('requested', accountId)
      return ok({})
    },
    async 'accounts.disconnect'({ accountId }) {
      if (!(await isKnown(accountId))) return err(NO_ACCOUNT)
      // Whatever is under way is told to Amazon while there is still a credential to tell it with.
      await desk.sync.leave(accountId)
      await desk.authorization.disconnect(accountId)
      desk.changed('channels', 'activity')
      return ok({})
    },
  }
}
