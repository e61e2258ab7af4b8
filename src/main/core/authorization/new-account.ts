import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccountKind, ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { Participation } from '../ports/selling-api.ts'
import { askPatiently } from './ask-patiently.ts'
import { accountIdFor } from './derive-ids.ts'
import type { AuthorizationWorld } from './world.ts'

export interface Connecting {
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly country: string
}

/**
 * The marketplaces a seller takes part in; null where there is no such list: for vendors the call is refused by design
 * (docs/amazon.md §3.2), for advertising the channels are there already, and without its permission the country decides.
 */
export async function readParticipations(
  world: AuthorizationWorld,
  connecting: Connecting & { readonly bucketKey: string },
  access: AccessCredential,
): Promise<Result<readonly Participation[] | null, string>> {
  if (connecting.family === 'advertising' || connecting.kind === 'vendor') return ok(null)
  const { clock, sellingApi } = world.ports
  const caller = { access, region: connecting.region, bucketKey: connecting.bucketKey }
  const answer = await askPatiently(clock, () => sellingApi.participations(caller))
  if (answer.ok) return answer
  return answer.error.kind === 'permission-missing' ? ok(null) : err(answer.error.kind === 'offline' ? 'offline' : 'amazon-trouble')
}

export interface AccountQuestion {
  readonly target: { readonly accountId: AccountId | null; readonly identity: string }
  readonly attempt: Connecting
  readonly participations: readonly Participation[] | null
}

/** The account a grant belongs to: as it is, now with a proven identity, or new. */
export async function describeAccount(
  { ports }: AuthorizationWorld,
  { target, attempt, participations }: AccountQuestion,
): Promise<AmazonAccount> {
  const accounts = await ports.stores.accounts.accounts()
  const here = accounts.find((one) => one.id === target.accountId)
  if (here) return attempt.family === 'selling' ? { ...here, identityProven: true } : here
  const { kind, region, country } = attempt
  return {
    id: accountIdFor(ports.random, kind, region, target.identity),
    kind,
    region,
    sellingPartnerId: target.identity,
    identityProven: true,
    name: participations?.find((one) => one.storeName)?.storeName ?? nameOf(kind, country),
    connectedAt: ports.clock.now(),
    paused: false,
  }
}

/** Until the person gives a better one. */
export function nameOf(kind: AccountKind, country: string): string {
  return `${kind === 'seller' ? 'Seller' : 'Vendor'} ${country}`
}
