import figures from '../../../../resources/figures.json' with { type: 'json' }
import { resolveEndpoints } from '../../../../src/shared/contract/endpoints.ts'
import { figures as figuresSchema } from '../../../../src/shared/contract/figures.ts'
import type { AccountId, AuthorizationId } from '../../../../src/shared/domain/ids.ts'
import {
  createAuthorization,
  type AuthorizationChange,
  type Authorizations,
} from '../../../../src/main/core/authorization/create-authorization.ts'
import type { AdsProfile } from '../../../../src/main/core/ports/ads-api.ts'
import type { Participation } from '../../../../src/main/core/ports/selling-api.ts'
import { createTwinAdsApi } from '../../../twins/ads-api.ts'
import { createTestClock } from '../../../twins/clock.ts'
import { createTwinConsent } from '../../../twins/consent.ts'
import { createSilentLog } from '../../../twins/log.ts'
import { createTwinLogin } from '../../../twins/login.ts'
import { createTwinEvidence } from '../../../twins/evidence.ts'
import { createSeededRandom } from '../../../twins/random.ts'
import { createTwinSellingApi } from '../../../twins/selling-api.ts'
import { createMemoryVault } from '../../../twins/vault.ts'
import { testDatasets } from './datasets.ts'
import { createMemoryStores, type MemoryStores } from './memory-stores.ts'
import { createLife, type Death, type Life } from './mortal.ts'

export const START = Date.UTC(2026, 2, 10, 9)
export const DAY = 86_400_000
export const MINUTE = 60_000
export const HISTORY_DAYS = 90
export const ACME = 'A1ACME0000001'
export const OTHER = 'A2OTHER000002'

export const DE: Participation = {
  marketplaceId: 'A1PA6795UKMFR9',
  country: 'DE',
  name: 'Amazon.de',
  storeName: 'Acme',
  participating: true,
  suspendedListings: false,
}
export const FR: Participation = {
  marketplaceId: 'A13V1IB3VIYZZH',
  country: 'FR',
  name: 'Amazon.fr',
  storeName: 'Acme',
  participating: true,
  suspendedListings: false,
}

export interface Booted {
  readonly app: Authorizations
  readonly life: Life
}

/** A person's desktop: everything that outlives a restart, and apps that can be started and killed over it. */
export function openShop(stores: MemoryStores = createMemoryStores()) {
  const clock = createTestClock(START)
  const random = createSeededRandom(7)
  const vault = createMemoryVault('os')
  const login = createTwinLogin({ clock, random })
  const consent = createTwinConsent()
  const log = createSilentLog()
  const world = { participations: [DE, FR], profiles: new Array<AdsProfile>(), outage: false }
  const sellingApi = createTwinSellingApi({ clock, participations: () => world.participations })
  const adsApi = createTwinAdsApi({ clock, profiles: () => world.profiles })
  const evidence = createTwinEvidence()
  const changes: AuthorizationChange[] = []
  const woken: (AccountId | null)[] = []
  const known = figuresSchema.parse(figures)
  const endpoints = resolveEndpoints(known, {})

  const boot = (death: Death | null = null): Booted => {
    const life = createLife(death)
    const ports = {
      clock,
      random,
      log,
      consent,
      login: life.mortal(login, []),
      sellingApi: life.mortal(sellingApi, []),
      adsApi: life.mortal(adsApi, []),
      vault: life.mortal(vault, ['write', 'move', 'remove']),
      stores: {
        accounts: life.mortal(stores.accounts, ['attach', 'setAuthorizationState', 'noteRenewed', 'setAdsProfiles', 'setSecretEnd']),
        access: life.mortal(stores.access, ['save']),
        attempts: life.mortal(stores.attempts, ['open', 'move']),
        activity: life.mortal(stores.activity, ['add']),
      },
    }
    const app = createAuthorization({
      ports,
      datasets: testDatasets,
      figures: known,
      consentPage: (kind, region, country) => endpoints.consent('selling', kind, region, country),
      historyDays: HISTORY_DAYS,
      evidence,
      isOutage: () => world.outage,
      onChange: (change) => void changes.push(change),
      wakeSync: (_reason, accountId) => void woken.push(accountId),
    })
    return { app, life }
  }
  return { evidence, clock, random, vault, stores, login, consent, log, world, sellingApi, adsApi, changes, woken, boot }
}

export type Shop = ReturnType<typeof openShop>

/** The person walks through the consent pages as this account and comes back; answers the link. */
export async function walk(
  shop: Shop,
  { app }: Booted,
  identity: string | null,
  accountId: AccountId | null = null,
  family: 'selling' | 'advertising' = 'selling',
) {
  let url = ''
  shop.consent.person((order) => {
    url = shop.login.consent(order.consentUrl, family === 'selling' ? identity : null)
    // The link comes home by itself, e.g. from the system browser; the pages stay open behind it.
    return new Promise(() => undefined)
  })
  const begun = await app.begin({ accountId, family, kind: 'seller', region: 'eu', country: 'DE', surface: 'browser' })
  if (!begun.ok) throw new Error(begun.error)
  await shop.clock.settle()
  return { id: begun.value.attempt.id, url }
}

/** A connected account, with the sealed text of its credential. */
export async function connect(shop: Shop, booted: Booted, identity = ACME) {
  const { url } = await walk(shop, booted, identity)
  await booted.app.complete(url)
  const account = (await shop.stores.accounts.accounts()).find((one) => one.sellingPartnerId === identity)
  if (!account) throw new Error('not connected')
  const id = await authorizationOf(shop, account.id)
  return { account, id, sealed: await sealedOf(shop, id) }
}

export async function authorizationOf(shop: Shop, accountId: AccountId, family = 'selling'): Promise<AuthorizationId> {
  const found = (await shop.stores.accounts.authorizations()).find((one) => one.accountId === accountId && one.family === family)
  if (!found) throw new Error('no authorization')
  return found.id
}

export async function stateOf(shop: Shop, id: AuthorizationId) {
  return (await shop.stores.accounts.authorizations()).find((one) => one.id === id)?.state
}

export async function sealedOf(shop: Shop, id: AuthorizationId): Promise<string> {
  const entry = await shop.vault.read(`authorization/${id}`)
  if (!entry.ok || entry.value?.kind !== 'credential' || entry.value.credential.way !== 'broker') throw new Error('no credential')
  return entry.value.credential.sealed.reveal()
}
