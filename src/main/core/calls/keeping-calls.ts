import { err, ok } from '../../../shared/lib/result.ts'
import { failure, type Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'

type KeepingCalls = Pick<Handlers, 'keeping.preview' | 'keeping.choose' | 'accounts.purge'>

/** Calls that delete on purpose, and the one that counts first. */
export function keepingCalls(desk: Desk): KeepingCalls {
  const { keeping, ports } = desk
  return {
    'keeping.preview': async ({ keepMonths }) => ok(await keeping.preview(keepMonths)),
    async 'keeping.choose'({ keepMonths }) {
      const forgotten = await keeping.choose(keepMonths)
      desk.changed('settings')
      // What a longer limit wants back is fetched now.
      desk.sync.wake('requested', null)
      return ok(forgotten)
    },
    async 'accounts.purge'({ accountId, name }) {
      const account = (await ports.stores.accounts.accounts()).find((one) => one.id === accountId)
      if (!account) return err(failure('not-found', 'account', 'accountId'))
      if (account.name !== name) return err(failure('bad-request', 'name-differs', 'name'))
      return ok(await keeping.purge(accountId))
    },
  }
}
