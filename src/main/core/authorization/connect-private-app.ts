import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { AccountKind, Region } from '../../../shared/domain/region.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { Participation } from '../ports/selling-api.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { accountIdFor } from './derive-ids.ts'
import { nameOf, readParticipations } from './new-account.ts'
import { secretIssuedAtOf, type PrivateCredential } from './private-apps.ts'
import { tryPrivateCredential, type PrivateTrouble } from './private-credential.ts'
import { proveIdentity } from './prove-identity.ts'
import { putInForce } from './put-in-force.ts'
import type { AuthorizationWorld } from './world.ts'

export interface PrivateAppOrder {
  readonly kind: AccountKind
  readonly region: Region
  readonly sellingPartnerId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
  readonly name: string | null
  /** Countries of a vendor account, whose marketplaces Amazon does not list; the region's first Vendor Central when left out. */
  readonly countries?: readonly string[]
  /** When the client secret was made, if the person knows. */
  readonly secretIssuedAt?: Instant
}

export type ConnectTrouble = PrivateTrouble | 'identity-not-proven' | 'no-marketplaces'

export interface PrivateConnection {
  readonly accountId: AccountId
  readonly identity: 'proven' | 'not-proven'
}

/**
 * Connects an account with the person's own app. A renewal proves the credential; then the selling partner id must be
 * proven before anything that exists is replaced. A new account may be added unproven, and says so.
 */
export async function connectPrivateApp(
  world: AuthorizationWorld,
  order: PrivateAppOrder,
): Promise<Result<PrivateConnection, ConnectTrouble>> {
  const { clientId, region, kind, sellingPartnerId } = order
  const credential = {
    way: 'private-app',
    clientId,
    clientSecret: new Secret(order.clientSecret),
    refresh: new Secret(order.refreshToken),
  } as const
  const tried = await tryPrivateCredential(world, { family: 'selling', region, credential })
  if (!tried.ok) return tried
  const { access, entry } = tried.value
  // Amazon counts per account, so many accounts connected in a row do not wait for each other.
  const bucketKey = accountIdFor(world.ports.random, kind, region, sellingPartnerId)
  const participations = await readParticipations(world, { family: 'selling', kind, region, country: '', bucketKey }, access)
  if (!participations.ok) return err(participations.error === 'offline' ? 'offline' : 'amazon-trouble')
  const marketplaceId = participations.value?.find((one) => one.participating)?.marketplaceId ?? null
  const proven = await proveIdentity(world, { kind, sellingPartnerId, marketplaceId, caller: { access, region, bucketKey } })
  if (!proven.ok) return err(proven.error.kind === 'offline' ? 'offline' : 'amazon-trouble')
  return attach(world, order, { credential, access, entry, participations: participations.value, isProven: proven.value })
}

interface Proof {
  readonly credential: PrivateCredential
  readonly access: AccessCredential
  readonly entry: CredentialEntry
  readonly participations: readonly Participation[] | null
  readonly isProven: boolean
}

async function attach(world: AuthorizationWorld, order: PrivateAppOrder, proof: Proof): Promise<Result<PrivateConnection, ConnectTrouble>> {
  const { kind, region, sellingPartnerId } = order
  const accounts = await world.ports.stores.accounts.accounts()
  const here = accounts.find((one) => one.sellingPartnerId === sellingPartnerId && one.region === region && one.kind === kind)
  if (here && !proof.isProven) return err('identity-not-proven')
  const account: AmazonAccount = here ? { ...here, identityProven: true } : newAccount(world, order, proof)
  const entry = { ...proof.entry, identity: proof.isProven ? sellingPartnerId : null }
  const isStored = await putInForce(world, {
    account,
    entry,
    access: proof.access,
    participations: proof.participations,
    match: null,
    countries: order.countries ?? (here ? [] : firstCountry(world, region)),
    isAdding: order.countries !== undefined,
    secretIssuedAt: await secretIssuedAtOf(world, proof.credential, order.secretIssuedAt),
  })
  if (isStored !== 'stored') return err(isStored)
  return ok({ accountId: account.id, identity: proof.isProven ? 'proven' : 'not-proven' })
}

function newAccount({ ports }: AuthorizationWorld, order: PrivateAppOrder, proof: Proof): AmazonAccount {
  const { kind, region, sellingPartnerId, name } = order
  return {
    id: accountIdFor(ports.random, kind, region, sellingPartnerId),
    kind,
    region,
    sellingPartnerId,
    identityProven: proof.isProven,
    name: name ?? proof.participations?.find((one) => one.storeName)?.storeName ?? nameOf(kind, region.toUpperCase()),
    connectedAt: ports.clock.now(),
    paused: false,
  }
}

function firstCountry({ figures }: AuthorizationWorld, region: Region): readonly string[] {
  const first = figures.marketplaces.find((one) => one.region === region && one.vendorCentralHost !== null)
  return first ? [first.country] : []
}
