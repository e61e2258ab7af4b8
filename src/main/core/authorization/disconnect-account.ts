import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AuthorizationWorld } from './world.ts'

/** The person stops an account: its authorizations end here and their credentials are removed. History stays. */
export async function disconnectAccount(world: AuthorizationWorld, accountId: AccountId): Promise<void> {
  const { clock, stores, vault } = world.ports
  const mine = (await stores.accounts.authorizations()).filter((one) => one.accountId === accountId)
  for (const { id, family } of mine) {
    await world.oneAtATime(id, async () => {
      const at = clock.now()
      await stores.accounts.setAuthorizationState(
        id,
        { kind: 'disconnected', since: at },
        { at, accountId, channelId: null, kind: 'disconnected', facts: { family } },
      )
      await vault.remove(`authorization/${id}`)
      world.keeper.drop(id)
    })
  }
  world.onChange({ kind: 'accounts' })
}
