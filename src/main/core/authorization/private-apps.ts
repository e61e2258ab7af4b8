import { CLIENT_SECRET_DAYS, type Authorization } from '../../../shared/domain/authorization.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { CredentialEntry, StoredCredential } from '../ports/vault.ts'
import { DAY_MS } from './policy.ts'
import { readCredential } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

export type PrivateCredential = Extract<StoredCredential, { way: 'private-app' }>

/** One permission that stands on a private app, with the entry that holds its keys. */
export interface PrivateHolder {
  readonly authorization: Authorization
  readonly entry: CredentialEntry
  readonly credential: PrivateCredential
}

/** A person's own app as the window may know it. */
export interface PrivateApp {
  readonly clientId: string
  readonly permissions: readonly { readonly accountId: AccountId; readonly family: ApiFamily }[]
  /** The nearest known end of its client secret; null while nobody knows its age. */
  readonly secretEndsAt: Instant | null
}

/** Every permission that stands on a private app. Client ids are known to the vault alone, so a locked vault shows none. */
export async function readPrivateHolders({ ports }: Pick<AuthorizationWorld, 'ports'>): Promise<readonly PrivateHolder[]> {
  const own = (await ports.stores.accounts.authorizations()).filter((one) => one.way === 'private-app')
  const found = await Promise.all(
    own.map(async (authorization) => {
      const read = await readCredential(ports.vault, `authorization/${authorization.id}`)
      if (!read.ok || read.value === null || read.value.credential.way !== 'private-app') return []
      return [{ authorization, entry: read.value, credential: read.value.credential }]
    }),
  )
  return found.flat()
}

/** The apps, each once, in the order of their client ids. */
export async function listPrivateApps(world: Pick<AuthorizationWorld, 'ports'>): Promise<readonly PrivateApp[]> {
  const holders = await readPrivateHolders(world)
  const ids = [...new Set(holders.map((one) => one.credential.clientId))].sort()
  return ids.map((clientId) => {
    const mine = holders.filter((one) => one.credential.clientId === clientId).map((one) => one.authorization)
    const ends = mine.flatMap(({ secretEndsAt }) => (secretEndsAt === null ? [] : [secretEndsAt]))
    return {
      clientId,
      permissions: mine.map(({ accountId, family }) => ({ accountId, family })),
      secretEndsAt: ends.length === 0 ? null : Math.min(...ends),
    }
  })
}

/** When a client secret was made: as the person says, or as it is known from another account that uses the very same one. */
export async function secretIssuedAtOf(
  world: Pick<AuthorizationWorld, 'ports'>,
  credential: PrivateCredential,
  said: Instant | undefined,
): Promise<Instant | null> {
  if (said !== undefined) return said
  const same = (await readPrivateHolders(world)).filter(
    (one) => one.credential.clientId === credential.clientId && one.credential.clientSecret.reveal() === credential.clientSecret.reveal(),
  )
  const end = same.flatMap(({ authorization: { secretEndsAt } }) => (secretEndsAt === null ? [] : [secretEndsAt]))[0]
  return end === undefined ? null : end - CLIENT_SECRET_DAYS * DAY_MS
}
