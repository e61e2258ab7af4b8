import type { AccessCredential } from '../ports/login.ts'
import type { ProfileMatch } from './match-profiles.ts'
import { prepareAttachment, type AttachmentQuestion } from './prepare-attachment.ts'
import { verifyAccess } from './verify-access.ts'
import type { AuthorizationWorld } from './world.ts'

export interface ProvenGrant extends AttachmentQuestion {
  readonly access: AccessCredential
  /** Advertising profiles to note on the channels; null for selling. */
  readonly match: ProfileMatch | null
}

/** Writes a credential that needed no consent pages in one step, mirrors it, verifies it and wakes syncing. */
export async function putInForce(world: AuthorizationWorld, grant: ProvenGrant): Promise<'stored' | 'vault' | 'no-marketplaces'> {
  const { accounts } = world.ports.stores
  const attachment = await prepareAttachment(world, grant)
  if (attachment.channels.length === 0) return 'no-marketplaces'
  const { id } = attachment.authorization
  const isStored = await world.oneAtATime(id, async () => {
    const written = await world.ports.vault.write(`authorization/${id}`, grant.entry)
    if (!written.ok) return false
    world.keeper.adopt(id, grant.access)
    await accounts.attach(attachment)
    return true
  })
  if (!isStored) return 'vault'
  if (grant.match !== null) await accounts.setAdsProfiles(grant.match.profiles)
  world.onChange({ kind: 'accounts' })
  try {
    await verifyAccess(world, grant.account, grant.entry.family)
  } finally {
    world.wakeSync('reconnected', grant.account.id)
  }
  return 'stored'
}
