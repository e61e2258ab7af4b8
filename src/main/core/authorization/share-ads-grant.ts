import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { matchAccounts } from './connect-private-ads.ts'
import { readProfiles } from './find-identity.ts'
import { putInForce } from './put-in-force.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import type { AuthorizationWorld } from './world.ts'

export interface SharedGrant {
  readonly attempt: CheckingAttempt
  /** The account the attempt was for; it has the grant already. */
  readonly accountId: AccountId
  readonly entry: CredentialEntry
  readonly access: AccessCredential
}

/**
 * One advertising consent can serve many accounts of its region, e.g. an agency's. Accounts that its profiles prove and
 * that wait for advertising get it too; one that works, or that the person disconnected, stays as it is. A crash in
 * between costs nothing: the account simply still waits.
 */
export async function shareAdsGrant(world: AuthorizationWorld, { attempt, accountId, entry, access }: SharedGrant): Promise<void> {
  const profiles = await readProfiles(world, { attempt, access }, accountId)
  if (!profiles.ok) return
  const held = await world.ports.stores.accounts.authorizations()
  for (const { account, match } of await matchAccounts(world, attempt.region, profiles.value)) {
    const own = held.find((one) => one.accountId === account.id && one.family === 'advertising')
    if (account.id === accountId || (own !== undefined && own.state.kind !== 'reconnect-required')) continue
    await putInForce(world, {
      account,
      match,
      access,
      entry: { ...entry, identity: match.identity },
      participations: null,
      countries: [],
      isAdding: false,
      secretIssuedAt: null,
    })
  }
}
