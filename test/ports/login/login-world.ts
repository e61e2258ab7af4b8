import { createHash, randomBytes } from 'node:crypto'
import type { DeviceKeyEntry, StoredCredential } from '../../../src/main/core/ports/vault.ts'
import type { Login } from '../../../src/main/core/ports/login.ts'
import { createLogin } from '../../../src/main/adapters/login/create-login.ts'
import type { LoginEndpoints } from '../../../src/main/adapters/login/world.ts'
import { makeDeviceKeys } from '../../../src/main/adapters/login/device-key.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { type BrokerWorld, ORIGIN, openBrokerWorld, readSent } from '../../unit/broker/broker-world.ts'

export const TOKEN_URL = 'https://login.amazon.test/auth/o2/token'

export const endpoints: LoginEndpoints = {
  broker: ORIGIN,
  loginToken: TOKEN_URL,
  ads: { na: adsIn('na'), eu: adsIn('eu'), fe: adsIn('fe') },
  consent: (family, kind, region, country) => {
    if (country === 'ZZ') return null
    const page = family === 'advertising' ? 'ap/oa' : 'apps/authorize/consent'
    return `https://${kind}-${region}.amazon.test/${country}/${page}`
  },
}

function adsIn(region: string): { api: string; token: string } {
  return { api: `https://ads-${region}.amazon.test`, token: `https://login-${region}.amazon.test/auth/o2/token` }
}

export interface LoginTestWorld {
  login: Login
  clock: { now: number }
  device: DeviceKeyEntry
  broker: BrokerWorld
  /** Every request this machine sent, as text: address and body. */
  sent: string[]
  /** Stands between this machine and the broker or Amazon; answers instead of them when it answers at all. */
  intercept: ((url: string, init: RequestInit | undefined) => Response | Promise<Response> | undefined) | undefined
}

/** The app's login against a real broker in the same process, with a turnable clock and a wire that can be cut. */
export async function openLoginWorld(given: { broker?: BrokerWorld; endpoints?: Partial<LoginEndpoints> } = {}): Promise<LoginTestWorld> {
  const broker = given.broker ?? (await openBrokerWorld())
  const clock = { now: broker.clock.now }
  const world: LoginTestWorld = {
    login: createLogin({
      fetch: async (input, init) => {
        const { url, body } = await readSent(input, init)
        world.sent.push(`${url} ${body}`)
        return (await world.intercept?.(url, init)) ?? broker.request(url.slice(ORIGIN.length), init)
      },
      clock: { now: () => clock.now },
      random: {
        bytes: (count) => new Uint8Array(randomBytes(count)),
        sha256: (text) => createHash('sha256').update(text).digest(),
        base64url: (bytes) => Buffer.from(bytes).toString('base64url'),
      },
      endpoints: { ...endpoints, ...given.endpoints },
    }),
    clock,
    device: await makeDeviceKeys(),
    broker,
    sent: [],
    intercept: undefined,
  }
  return world
}

export const privateApp: StoredCredential = {
  way: 'private-app',
  clientId: 'own-client',
  clientSecret: new Secret('own-secret'),
  refresh: new Secret('Atzr|own'),
}
