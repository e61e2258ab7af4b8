import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { Region } from '../../../shared/domain/region.ts'
import { askPatiently } from './ask-patiently.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { matchProfiles } from './match-profiles.ts'
import { tryPrivateCredential, type PrivateTrouble } from './private-credential.ts'
import { putInForce } from './put-in-force.ts'
import type { AuthorizationWorld } from './world.ts'

export interface PrivateAdsOrder {
  readonly region: Region
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
  readonly secretIssuedAt?: Instant
}

export type ConnectAdsTrouble = PrivateTrouble | 'permission-missing' | 'no-matching-profiles'

/** One advertising permission can serve many accounts of a region: it is stored for every account its profiles prove. */
export async function connectPrivateAds(world: AuthorizationWorld, order: PrivateAdsOrder): Promise<Result<{ readonly accounts: readonly AccountId[] }, ConnectAdsTrouble>> {
  const { ports } = world
  const { region, clientId } = order
  const credential = { way: 'private-app', clientId, clientSecret: new Secret(order.clientSecret), refresh: new Secret(order.refreshToken) } as const
  const tried = await tryPrivateCredential(world, { family: 'advertising', region, credential })
  if (!tried.ok) return tried
  const { access, entry } = tried.value
  const profiles = await askPatiently(ports.clock, () => ports.adsApi.profiles({ access, region, bucketKey: 'connecting' }))
  if (!profiles.ok) return err(profiles.error.kind === 'permission-missing' || profiles.error.kind === 'offline' ? profiles.error.kind : 'amazon-trouble')
  const [accounts, channels, held] = await Promise.all([ports.stores.accounts.accounts(), ports.stores.accounts.channels(), ports.stores.accounts.authorizations()])
  const connected: AccountId[] = []
  for (const account of accounts.filter((one) => one.region === region)) {
    const stored = held.find((one) => one.id === authorizationIdFor(ports.random, account.id, 'advertising'))?.identity ?? null
    const match = matchProfiles(account, channels.filter((one) => one.accountId === account.id), profiles.value, stored)
    if (match.identity === null) continue
    const outcome = await putInForce(world, {
      account, match, access, entry: { ...entry, identity: match.identity }, participations: null, countries: [], secretIssuedAt: order.secretIssuedAt ?? null,
    })
    if (outcome === 'vault') return err('vault')
    if (outcome === 'stored') connected.push(account.id)
  }
  return connected.length === 0 ? err('no-matching-profiles') : ok({ accounts: connected })
}
