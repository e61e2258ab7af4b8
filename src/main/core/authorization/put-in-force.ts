import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { Participation } from '../ports/selling-api.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { chooseChannels } from './choose-channels.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { connectedActivity, describeGrant } from './describe-grant.ts'
import type { ProfileMatch } from './match-profiles.ts'
import { verifyAccess } from './verify-access.ts'
import type { AuthorizationWorld } from './world.ts'

export interface ProvenGrant {
  readonly account: AmazonAccount
  readonly entry: CredentialEntry
  readonly access: AccessCredential
  readonly participations: readonly Participation[] | null
  readonly countries: readonly string[]
  readonly match: ProfileMatch | null
  readonly secretIssuedAt: Instant | null
}

/** Writes a credential that needed no consent pages in one step, mirrors it, verifies it and wakes syncing. */
export async function putInForce(world: AuthorizationWorld, grant: ProvenGrant): Promise<'stored' | 'vault' | 'no-marketplaces'> {
  const { ports } = world
  const { account, entry, access, participations, countries, secretIssuedAt } = grant
  const id = authorizationIdFor(ports.random, account.id, entry.family)
  const existing = (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
  const channels = chooseChannels(world, { account, existing, participations, countries, now: ports.clock.now() })
  if (channels.length === 0) return 'no-marketplaces'
  const before = (await ports.stores.accounts.authorizations()).find((one) => one.id === id)
  const isStored = await world.oneAtATime(id, async () => {
    if (!(await ports.vault.write(`authorization/${id}`, entry)).ok) return false
    world.keeper.adopt(id, access)
    const authorization = describeGrant({ id, account, entry, secretIssuedAt })
    const activity = connectedActivity(account.id, entry.family, before, ports.clock.now())
    await ports.stores.accounts.attach({ account, authorization, channels, activity })
    return true
  })
  if (!isStored) return 'vault'
  if (grant.match !== null) await ports.stores.accounts.setAdsProfiles(grant.match.profiles)
  world.onChange({ kind: 'accounts' })
  try {
    await verifyAccess(world, account, entry.family)
  } finally {
    world.wakeSync('reconnected', account.id)
  }
  return 'stored'
}
