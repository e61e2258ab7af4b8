import figuresFile from '../../../resources/figures.json' with { type: 'json' }
import { endpointsFile, resolveEndpoints } from '../../../src/shared/contract/endpoints.ts'
import { figures as figuresSchema } from '../../../src/shared/contract/figures.ts'
import type { Evidence } from '../../../src/shared/domain/evidence.ts'
import type { AccountId } from '../../../src/shared/domain/ids.ts'
import { API_FAMILIES, issuerFor, type ApiFamily } from '../../../src/shared/domain/region.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createAdsApi } from '../../../src/main/adapters/ads-api/create-ads-api.ts'
import { createLogin } from '../../../src/main/adapters/login/create-login.ts'
import { createSellingApi } from '../../../src/main/adapters/selling-api/create-selling-api.ts'
import { createApp } from '../../../src/main/core/app.ts'
import type { App } from '../../../src/main/core/app-surface.ts'
import type { Ports } from '../../../src/main/core/ports/ports.ts'
import { createTestClock, type TestClock } from '../../twins/clock.ts'
import { createTwinConsent } from '../../twins/consent.ts'
import { createTwinNotifier } from '../../twins/notifier.ts'
import { createSeededRandom } from '../../twins/random.ts'
import { createTwinSurroundings } from '../../twins/surroundings.ts'
import { createMemoryKept } from '../../twins/kept-documents.ts'
import { createMemorySettings } from '../../twins/settings.ts'
import { createMemoryVault, type MemoryVault } from '../../twins/vault.ts'
import { ADDRESSES, createSoakAmazon, type SoakAmazon } from './amazon.ts'
import { soakDatasets } from './datasets.ts'
import { DAY, type AccountPlan, type HistoryPlan } from './draw-history.ts'
import { createSoakStores } from './memory.ts'
import { createWatch, type Watch } from './watch.ts'

export const START = Date.parse('2026-09-15T10:00:00Z')
const MARKETPLACES = {
  eu: ['A1PA6795UKMFR9', 'DE', 'EUR'],
  na: ['ATVPDKIKX0DER', 'US', 'USD'],
  fe: ['A1VC38T7YXB528', 'JP', 'JPY'],
} as const

const figures = figuresSchema.parse(figuresFile)
const endpoints = resolveEndpoints(figures, endpointsFile.parse(ADDRESSES))

export interface SoakWorld {
  readonly clock: TestClock
  readonly amazon: SoakAmazon
  readonly watch: Watch
  readonly noted: readonly Evidence[]
  /** Ms from the start as the world outside knows them: sleep counts, a clock set wrong does not. */
  now(): number
  app(): App
  restart(): Promise<void>
  sleep(ms: number): void
}

/** Changes of the product's own answers that a planted fault makes. */
export type Plant = (ports: Ports) => Ports

/** The real core and the product's own adapters over an Amazon in memory and stores in memory. */
export async function openSoakWorld(plan: HistoryPlan, seed: number, plant: Plant): Promise<SoakWorld> {
  const clock = createTestClock(START)
  let asleepMs = 0
  const now = () => clock.monotonic() + asleepMs
  const amazon = createSoakAmazon(plan, now)
  const { stores, ingest, noted } = createSoakStores(soakDatasets, () => clock.now())
  const watch = createWatch({ plan, amazon, now })
  const random = createSeededRandom(seed)
  const log = { write: () => undefined }
  const vault = createMemoryVault('os')
  const api = { fetch: amazon.fetch, clock, log, userAgent: 'Springline/0 (Language=TypeScript/6; Platform=Soak)' }
  for (const account of plan.accounts) await attach(stores, vault, account)
  const boot = (): App => {
    const ports: Ports = {
      clock,
      random,
      log,
      vault,
      ingest,
      kept: createMemoryKept(),
      login: createLogin({ fetch: amazon.fetch, clock, random, endpoints }),
      sellingApi: createSellingApi({ ...api, endpoints: endpoints.selling }),
      adsApi: createAdsApi({ ...api, endpoints: endpoints.ads }),
      stores,
      consent: createTwinConsent(),
      notifier: createTwinNotifier(),
      settings: createMemorySettings(),
      surroundings: createTwinSurroundings(() => clock.now()),
    }
    return createApp(watch.over(plant(ports)), {
      datasets: soakDatasets,
      figures,
      endpoints,
      historyDays: 3,
      dataDirectory: '/nowhere',
      rights: 'full',
      facts: { host: 'node', version: '0', demo: false, platform: 'linux', clock: 'simulated', nativeNotices: true },
    })
  }
  let app = boot()
  await app.start()
  return {
    clock,
    amazon,
    watch,
    noted,
    now,
    app: () => app,
    restart: async () => {
      const stopping = app.stop()
      await clock.advance(3000)
      await stopping
      app = boot()
      await app.start()
    },
    sleep: (ms) => {
      asleepMs += ms
      clock.jumpWall(ms)
      app.wake('resume')
    },
  }
}

async function attach(stores: Ports['stores'], vault: MemoryVault, plan: AccountPlan): Promise<void> {
  for (const family of API_FAMILIES) {
    if (family === 'advertising' && !plan.hasAds) continue
    await attachFamily(stores, vault, plan, family)
  }
}

async function attachFamily(stores: Ports['stores'], vault: MemoryVault, plan: AccountPlan, family: ApiFamily): Promise<void> {
  const { name, region } = plan
  const accountId = brand<AccountId>(name)
  const id = authorizationOf(name, family)
  const end = plan[family]
  const [marketplaceId, country, currency] = MARKETPLACES[region]
  const boundTo = new URL(family === 'selling' ? endpoints.loginToken : endpoints.ads[region].token).origin
  const consentedAt = START - 100 * DAY
  const grant = { accountId, family, kind: 'seller', region, issuer: issuerFor(family, 'seller', region) } as const
  await vault.write(`authorization/${id}`, {
    kind: 'credential',
    family,
    region,
    identity: name,
    consentedAt,
    boundTo,
    credential: { way: 'private-app', clientId: 'client', clientSecret: new Secret('secret'), refresh: new Secret(`${name}|${family}`) },
  })
  await stores.accounts.attach({
    account: {
      id: accountId,
      kind: 'seller',
      region,
      sellingPartnerId: name,
      identityProven: true,
      name,
      connectedAt: consentedAt,
      paused: false,
    },
    authorization: {
      ...grant,
      id,
      way: 'private-app',
      state: { kind: 'active' },
      consentedAt,
      endsAt: end?.how === 'lapsed' ? START + end.at : START + 265 * DAY,
      secretEndsAt: null,
      lastRenewedAt: null,
      identity: name,
      boundTo,
    },
    channels: [
      {
        accountId,
        marketplaceId: brand(marketplaceId),
        country,
        name,
        currency,
        zone: 'UTC',
        wantedFrom: brand(Math.floor(START / DAY) - 3),
        adsProfileId: plan.hasAds ? `profile-${name}` : null,
      },
    ],
    activity: { at: consentedAt, accountId, channelId: null, kind: 'connected', facts: {} },
  })
}

export function authorizationOf(name: string, family: ApiFamily) {
  return brand<Parameters<Ports['stores']['accounts']['noteRenewed']>[0]>(`${name}/${family}`)
}
