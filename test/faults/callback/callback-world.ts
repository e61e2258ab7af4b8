import { createHash, randomBytes } from 'node:crypto'
import figuresFile from '../../../resources/figures.json' with { type: 'json' }
import { createBroker } from '../../../src/broker/create-broker.ts'
import { createLogin } from '../../../src/main/adapters/login/create-login.ts'
import { createAuthorization, type Authorizations } from '../../../src/main/core/authorization/create-authorization.ts'
import type { Random } from '../../../src/main/core/ports/random.ts'
import { figures } from '../../../src/shared/contract/figures.ts'
import { createTwinAdsApi } from '../../twins/ads-api.ts'
import { createTestClock, type TestClock } from '../../twins/clock.ts'
import { createTwinConsent } from '../../twins/consent.ts'
import { createSilentLog } from '../../twins/log.ts'
import { createTwinSellingApi } from '../../twins/selling-api.ts'
import { createMemoryVault } from '../../twins/vault.ts'
import { createTwinEvidence } from '../../twins/evidence.ts'
import { createMemoryStores } from '../../unit/core/authorization/memory-stores.ts'
import { brokerConfig, makeKey, readSent } from '../../unit/broker/broker-world.ts'
import { openTokenDesk, type TokenDesk } from './token-desk.ts'

const START = Date.UTC(2026, 2, 10, 9)
const PLACES = [
  ['A1PA6795UKMFR9', 'DE'],
  ['ATVPDKIKX0DER', 'US'],
  ['A1VC38T7YXB528', 'JP'],
].map(([marketplaceId = '', country = '']) => ({
  marketplaceId,
  country,
  name: country,
  storeName: null,
  participating: true,
  suspendedListings: false,
}))
const ORIGIN = 'https://login.example.test'

export interface BrokerDoor {
  /** Asks the broker as anybody on the network can. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** The process ends and begins again: keys stay, the nonces it had in memory are gone. */
  restart(): void
}

export interface CallbackWorld {
  readonly app: Authorizations
  readonly clock: TestClock
  readonly broker: BrokerDoor
  /** Somebody else's broker with keys of its own, under the same name. */
  readonly evil: BrokerDoor
  readonly amazon: TokenDesk
  /** Consent addresses in the order they were shown. */
  readonly shown: () => readonly string[]
  /** Bodies of the app's own redemptions, as somebody on the way would have seen them. */
  readonly redemptions: readonly string[]
  identities(): Promise<readonly string[]>
}

/** The real authorization core, the real login and the real broker; Amazon's login endpoint counts every exchange. */
export function openCallbackWorld(plant: boolean): CallbackWorld {
  const clock = createTestClock(START)
  const amazon = openTokenDesk()
  const broker = openDoor(clock, amazon)
  const evil = openDoor(clock, amazon)
  const redemptions: string[] = []
  const stores = createMemoryStores()
  const consent = createTwinConsent()
  consent.person(() => new Promise(() => undefined))
  const ports = {
    clock,
    random: systemRandom(),
    log: createSilentLog(),
    consent,
    vault: createMemoryVault('os'),
    login: createLogin({
      clock,
      random: systemRandom(),
      endpoints: {
        broker: ORIGIN,
        loginToken: 'https://amazon.test/token',
        ads: adsEndpoints(),
        consent: () => 'https://central.amazon.test/apps/authorize/consent',
      },
      fetch: async (input, init) => {
        const sent = await readSent(input, init)
        if (sent.url.endsWith('/redeem')) {
          redemptions.push(sent.body)
          if (plant) broker.restart()
        }
        return broker.ask(sent.url.slice(ORIGIN.length), init)
      },
    }),
    sellingApi: createTwinSellingApi({ clock, participations: () => PLACES }),
    adsApi: createTwinAdsApi({ clock, profiles: () => [] }),
    stores: { ...stores, attempts: plant ? withoutClaim(stores.attempts) : stores.attempts },
  }
  const app = createAuthorization({
    ports,
    datasets: new Map(),
    figures: figures.parse(figuresFile),
    consentPage: () => null,
    historyDays: 30,
    evidence: createTwinEvidence(),
    isOutage: () => false,
    onChange: () => undefined,
    wakeSync: () => undefined,
  })
  return {
    app,
    clock,
    broker,
    evil,
    amazon,
    redemptions,
    shown: () => consent.shown.map((one) => one.consentUrl),
    identities: async () => (await stores.accounts.accounts()).map((one) => one.sellingPartnerId),
  }
}

/** The planted fault: two links of one attempt can both claim it. */
function withoutClaim(attempts: ReturnType<typeof createMemoryStores>['attempts']): typeof attempts {
  return {
    ...attempts,
    standing: async () => reopened(await attempts.standing()),
    move: async (...order) => (await attempts.move(...order)) || order[1] === 'open',
  }
}

function reopened<Row extends { readonly state: { readonly kind: string } }>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, state: { kind: 'open' } }))
}

function openDoor(clock: TestClock, amazon: TokenDesk): BrokerDoor {
  const config = brokerConfig([makeKey('k1')])
  const make = () =>
    createBroker(config, {
      fetch: amazon.fetch,
      now: () => clock.now(),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      log: () => undefined,
    })
  let running = make()
  return {
    ask: async (path, init) => running.request(ORIGIN + path, init),
    restart: () => {
      running = make()
    },
  }
}

function adsEndpoints() {
  const one = { api: 'https://ads.amazon.test', token: 'https://amazon.test/token' }
  return { na: one, eu: one, fe: one }
}

function systemRandom(): Random {
  const bytes = (count: number) => new Uint8Array(randomBytes(count))
  const base64url = (value: Uint8Array) => Buffer.from(value).toString('base64url')
  return {
    bytes,
    base64url,
    fraction: () => 0.5,
    id: (prefix) => `${prefix}_${base64url(bytes(12))}`,
    sha256: (text) => new Uint8Array(createHash('sha256').update(text).digest()),
  }
}
