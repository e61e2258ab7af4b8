import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { Region } from '../../../shared/domain/region.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { AdsProfile } from '../ports/ads-api.ts'
import { askPatiently } from './ask-patiently.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { idsOfOthers, matchProfiles, type ProfileMatch } from './match-profiles.ts'
import { secretIssuedAtOf } from './private-apps.ts'
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
export async function connectPrivateAds(
  world: AuthorizationWorld,
  order: PrivateAdsOrder,
): Promise<Result<{ readonly accounts: readonly AccountId[] }, ConnectAdsTrouble>> {
  const { ports } = world
  const { region, clientId } = order
  const credential = {
    way: 'private-app',
    clientId,
    clientSecret: new Secret(order.clientSecret),
    refresh: new Secret(order.refreshToken),
  } as const
  const tried = await tryPrivateCredential(world, { family: 'advertising', region, credential })
  if (!tried.ok) return tried
  const { access, entry } = tried.value
  const profiles = await askPatiently(ports.clock, () => ports.adsApi.profiles({ access, region, bucketKey: 'connecting' }))
  if (!profiles.ok) return err(troubleOf(profiles.error.kind))
  const secretIssuedAt = await secretIssuedAtOf(world, credential, order.secretIssuedAt)
  const connected: AccountId[] = []
  for (const { account, match } of await matchAccounts(world, region, profiles.value)) {
    const grant = {
      account,
      match,
      access,
      entry: { ...entry, identity: match.identity },
      participations: null,
      countries: [],
      isAdding: false,
      secretIssuedAt,
    }
    const outcome = await putInForce(world, grant)
    if (outcome === 'vault') return err('vault')
    if (outcome === 'stored') connected.push(account.id)
  }
  return connected.length === 0 ? err('no-matching-profiles') : ok({ accounts: connected })
}

export interface MatchedAccount {
  readonly account: AmazonAccount
  readonly match: ProfileMatch
}

/** The accounts of a region that these profiles prove. */
export async function matchAccounts(
  { ports }: AuthorizationWorld,
  region: Region,
  profiles: readonly AdsProfile[],
): Promise<readonly MatchedAccount[]> {
  const { accounts } = ports.stores
  const [here, channels, held] = await Promise.all([accounts.accounts(), accounts.channels(), accounts.authorizations()])
  const matched = here
    .filter((one) => one.region === region)
    .flatMap((account) => {
      const id = authorizationIdFor(ports.random, account.id, 'advertising')
      const stored = held.find((one) => one.id === id)?.identity ?? null
      const mine = channels.filter((one) => one.accountId === account.id)
      const match = matchProfiles({ account, channels: mine, profiles, stored, taken: idsOfOthers(held, account.id) })
      return match.identity === null ? [] : [{ account, match }]
    })
  return matched.filter((one) => !matched.some((other) => other !== one && isShared(one, other)))
}

/** Two vendors never connected before that lay claim to one profile: either would be a guess. */
function isShared(one: MatchedAccount, other: MatchedAccount): boolean {
  const theirs = new Set(other.match.profiles.map((profile) => profile.profileId))
  return one.match.profiles.some((profile) => theirs.has(profile.profileId))
}

function troubleOf(kind: CallTrouble['kind']): ConnectAdsTrouble {
  return kind === 'permission-missing' || kind === 'offline' ? kind : 'amazon-trouble'
}
