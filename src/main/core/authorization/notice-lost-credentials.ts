import { isNoCredential } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

/**
 * An authorization whose credential is gone (a vault that only lives in memory, a removed key file) is in force no more.
 * Said at start-up as *Disconnected*, because Amazon refused nothing. A locked vault says nothing either way.
 */
export async function noticeLostCredentials({ ports, onChange }: AuthorizationWorld): Promise<void> {
  const { clock, stores, vault } = ports
  for (const { id, accountId, family, state } of await stores.accounts.authorizations()) {
    if (state.kind === 'disconnected' || !(await isNoCredential(vault, `authorization/${id}`))) continue
    const at = clock.now()
    const activity = { at, accountId, channelId: null, kind: 'disconnected', facts: { family, reason: 'no-credential' } } as const
    await stores.accounts.setAuthorizationState(id, { kind: 'disconnected', since: at }, activity)
    onChange({ kind: 'accounts' })
  }
}
