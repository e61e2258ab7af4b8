import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId, AuthorizationId } from '../../../shared/domain/ids.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { endAttempt } from './end-attempt.ts'
import { readProfiles } from './find-identity.ts'
import { finishConnection } from './finish-connection.ts'
import { idsOfOthers, matchProfiles, type ProfileMatch } from './match-profiles.ts'
import { describeAccount, readParticipations } from './new-account.ts'
import { channelsOf, prepareAttachment } from './prepare-attachment.ts'
import { renewEntry, type EntryTrouble, type RenewedEntry } from './renew-entry.ts'
import { isPastQuarantine } from './quarantine-limit.ts'
import type { AuthorizationWorld } from './world.ts'

/** A credential found in force that the database may not know yet; `accountId` null: its account is new. */
export interface MovedGrant {
  readonly entry: CredentialEntry
  readonly accountId: AccountId | null
}

/**
 * Goes on after a crash behind the vault's move: the new grant is in force, and the database learns of it now. Without an
 * answer of Amazon's it is tried again later; the grant itself is safe where it is.
 */
export async function mirrorGrant(world: AuthorizationWorld, attempt: CheckingAttempt, moved: MovedGrant): Promise<void> {
  const { random } = world.ports
  const target = { accountId: moved.accountId, identity: moved.entry.identity ?? '' }
  const account = await describeAccount(world, { target, attempt, participations: null })
  const id = authorizationIdFor(random, account.id, attempt.family)
  const renewed = await world.oneAtATime(id, () => renewEntry(world, `authorization/${id}`))
  if (!renewed.ok) return wait(world, { attempt, account, id }, renewed.error)
  world.keeper.adopt(id, renewed.value.access)
  if (!(await mirror(world, { attempt, account, id }, renewed.value))) return
  await finishConnection(world, { attempt, account, match: await profilesOf(world, attempt, account, renewed.value) })
}

interface Mirroring {
  readonly attempt: CheckingAttempt
  readonly account: AmazonAccount
  readonly id: AuthorizationId
}

/** False when a new account's marketplaces could not be read; the next round asks again. */
async function mirror(world: AuthorizationWorld, { attempt, account, id }: Mirroring, { entry, access }: RenewedEntry): Promise<boolean> {
  const { accounts } = world.ports.stores
  const before = (await accounts.authorizations()).find((one) => one.id === id)
  if (before?.consentedAt === entry.consentedAt) return true
  const participations = await readParticipations(world, { ...attempt, bucketKey: account.id }, access)
  const listed = participations.ok ? participations.value : null
  const countries = participations.ok ? [attempt.country] : []
  const attachment = await prepareAttachment(world, {
    account,
    entry,
    participations: listed,
    countries,
    isAdding: attempt.accountId === null,
    secretIssuedAt: null,
  })
  if (attachment.channels.length === 0) return false
  await accounts.attach(attachment)
  return true
}

/** A grant that Amazon refuses already, or whose turn never came, is no connection: the person begins again. */
async function wait(world: AuthorizationWorld, { attempt, id }: Mirroring, trouble: EntryTrouble): Promise<void> {
  if (trouble !== 'dead' && !isPastQuarantine(attempt, world.ports.clock.now())) return
  const isMirrored = (await world.ports.stores.accounts.authorizations()).some((one) => one.id === id)
  if (!isMirrored) await world.ports.vault.remove(`authorization/${id}`)
  await endAttempt(world, attempt, 'checking', { outcome: 'failed', reason: 'refused' })
}

async function profilesOf(
  world: AuthorizationWorld,
  attempt: CheckingAttempt,
  account: AmazonAccount,
  { entry, access }: RenewedEntry,
): Promise<ProfileMatch | null> {
  if (attempt.family === 'selling') return null
  const profiles = await readProfiles(world, { attempt, access }, account.id)
  if (!profiles.ok) return null
  const taken = idsOfOthers(await world.ports.stores.accounts.authorizations(), account.id)
  return matchProfiles({ account, channels: await channelsOf(world, account), profiles: profiles.value, stored: entry.identity, taken })
}
