import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { chooseChannels } from './choose-channels.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { connectedActivity, describeGrant } from './describe-grant.ts'
import { readProfiles } from './find-identity.ts'
import { finishConnection } from './finish-connection.ts'
import { matchProfiles } from './match-profiles.ts'
import { describeAccount, readParticipations } from './new-account.ts'
import { renewEntry, type RenewedEntry } from './renew-entry.ts'
import type { AuthorizationWorld } from './world.ts'

/** A credential found in force that the database may not know yet; `accountId` null: its account is new. */
export interface MovedGrant {
  readonly entry: CredentialEntry
  readonly accountId: AccountId | null
}

/** Goes on after a crash behind the vault's move: the new grant is in force, the database learns of it now. */
export async function mirrorGrant(world: AuthorizationWorld, attempt: CheckingAttempt, { entry, accountId }: MovedGrant): Promise<void> {
  const { ports } = world
  const account = await describeAccount(world, { target: { accountId, identity: entry.identity ?? '' }, attempt, participations: null })
  const id = authorizationIdFor(ports.random, account.id, attempt.family)
  const renewed = await world.oneAtATime(id, () => renewEntry(world, `authorization/${id}`))
  // Without an answer it is tried again later; the grant itself is safe where it is.
  if (!renewed.ok && renewed.error !== 'dead') return
  const access = renewed.ok ? renewed.value : null
  const before = (await ports.stores.accounts.authorizations()).find((one) => one.id === id)
  if (before?.consentedAt !== entry.consentedAt) {
    const existing = (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
    const participations = access === null ? null : await readParticipations(world, attempt, access.access)
    if (participations !== null && !participations.ok && existing.length === 0) return
    const channels = chooseChannels(world, {
      account, existing, countries: existing.length === 0 ? [attempt.country] : [], now: ports.clock.now(),
      participations: participations?.ok ? participations.value : null,
    })
    const authorization = describeGrant({ id, account, entry, secretIssuedAt: null })
    const activity = connectedActivity(account.id, attempt.family, before, ports.clock.now())
    await ports.stores.accounts.attach({ account, authorization, channels, activity })
  }
  if (access !== null) world.keeper.adopt(id, access.access)
  await finishConnection(world, { attempt, account, match: access && (await profilesOf(world, { attempt, account, renewed: access })) })
}

async function profilesOf(world: AuthorizationWorld, { attempt, account, renewed }: { attempt: CheckingAttempt; account: AmazonAccount; renewed: RenewedEntry }) {
  if (attempt.family === 'selling') return null
  const profiles = await readProfiles(world, { attempt, access: renewed.access }, account.id)
  const channels = (await world.ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
  return profiles.ok ? matchProfiles(account, channels, profiles.value, renewed.entry.identity) : null
}
