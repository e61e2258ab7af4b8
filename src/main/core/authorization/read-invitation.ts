import type { BeginLink } from '../../../shared/contract/broker/begin-link.ts'
import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import { ACCOUNT_KINDS, type AccountKind, type Region } from '../../../shared/domain/region.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { NewInvitation } from './invitation-board.ts'
import type { AuthorizationOrder } from './world.ts'

/** Why a link that came from Amazon's side is not shown to the person. */
export type InvitationTrouble = 'unlisted-host' | 'unclear-host'

export interface InvitationQuestion {
  readonly link: BeginLink
  readonly accounts: readonly AmazonAccount[]
  readonly channels: readonly Channel[]
}

const CONSENT_PATH = '/apps/authorize/consent'

/** One consent page that Amazon has, and whose it is. */
interface Place {
  readonly kind: AccountKind
  readonly region: Region
  readonly country: string
  readonly page: URL
}

/**
 * Whose permission Amazon wants renewed. The address to go on at must have the origin of a listed consent page; kind and
 * region follow from that page alone, never from the link, so that the person is only ever sent to the issuer asked for.
 */
export function readInvitation(
  order: Pick<AuthorizationOrder, 'figures' | 'consentPage'>,
  { link, accounts, channels }: InvitationQuestion,
): Result<NewInvitation, InvitationTrouble> {
  const address = new URL(link.callbackUri)
  const listed = placesOf(order).filter((one) => one.page.origin === address.origin)
  const [first] = listed
  if (first === undefined) return err('unlisted-host')
  const places = nearest(listed, address)
  const account = accounts.find((one) => one.sellingPartnerId === link.sellingPartnerId && places.some((place) => serves(place, one)))
  const place = account ? placeOf(account, places, channels) : onlyOne(places)
  if (place === null) return err('unclear-host')
  return ok({
    accountId: account?.id ?? null,
    kind: place.kind,
    region: place.region,
    country: place.country,
    sellingPartnerId: link.sellingPartnerId,
    host: address.host,
    continueAt: { callbackUri: link.callbackUri, amazonState: link.amazonState },
  })
}

function placesOf({ figures, consentPage }: Pick<AuthorizationOrder, 'figures' | 'consentPage'>): Place[] {
  const second = figures.otherCentralHosts.map(({ host, ...place }) => ({ ...place, page: new URL(`https://${host}${CONSENT_PATH}`) }))
  const first = figures.marketplaces.flatMap(({ region, country }) =>
    ACCOUNT_KINDS.flatMap((kind) => {
      const page = consentPage(kind, region, country)
      return page === null ? [] : [{ kind, region, country, page: new URL(page) }]
    }),
  )
  return [...first, ...second]
}

/** Where one origin serves several issuers (a local Amazon), the folder of the page tells them apart. */
function nearest(places: readonly Place[], address: URL): readonly Place[] {
  const inFolder = places.filter(({ page }) => address.pathname.startsWith(page.pathname.slice(0, page.pathname.lastIndexOf('/') + 1)))
  return inFolder.length === 0 ? places : inFolder
}

function serves({ kind, region }: Place, account: AmazonAccount): boolean {
  return kind === account.kind && region === account.region
}

/** A country of the account's own where there is one, because the name on screen should be one the person knows. */
function placeOf(account: AmazonAccount, places: readonly Place[], channels: readonly Channel[]): Place | null {
  const mine = places.filter((one) => serves(one, account))
  const countries = channels.filter((one) => one.accountId === account.id).map((one) => one.country)
  return mine.find((one) => countries.includes(one.country)) ?? mine[0] ?? null
}

/** Without an account here, only an origin that one issuer uses says what is to be connected. */
function onlyOne(places: readonly Place[]): Place | null {
  const [first] = places
  if (first === undefined) return null
  return places.every((one) => one.kind === first.kind && one.region === first.region) ? first : null
}
