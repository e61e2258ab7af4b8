import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AuthorizationWorld } from './world.ts'

/**
 * Asks for an access credential of everything that is thought to work, so that an ended permission is noticed within the
 * hour even while nothing is due, and of everything stopped by the publisher's key, so that its repair is noticed too (the
 * wait after a failed renewal is kept). A credential that is still good answers from memory; paused accounts are left alone.
 */
export async function checkAccess({ ports, keeper }: AuthorizationWorld, accountId: AccountId | null): Promise<void> {
  const [accounts, authorizations] = await Promise.all([ports.stores.accounts.accounts(), ports.stores.accounts.authorizations()])
  const awake = new Set(accounts.filter((one) => !one.paused && (accountId === null || one.id === accountId)).map((one) => one.id))
  for (const { id, state, accountId: owner } of authorizations) {
    const isAsked = state.kind === 'active' || state.kind === 'publisher-problem'
    if (isAsked && awake.has(owner)) await keeper.accessFor(id)
  }
}
