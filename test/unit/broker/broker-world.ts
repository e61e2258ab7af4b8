import { randomBytes } from 'node:crypto'
import type { BrokerConfig, BrokerKey, BrokerLogLine, RequestLimits } from '../../../src/broker/config.ts'
import { createBroker } from '../../../src/broker/create-broker.ts'
import type { Issuer } from '../../../src/shared/domain/region.ts'
import { type TestDevice, makeDevice } from './test-device.ts'

export const ORIGIN = 'https://login.example.test'
export const CANARIES = {
  sellingSecret: 'canary-selling-secret',
  adsSecret: 'canary-ads-secret',
  refresh: 'Atzr|canary-refresh',
  access: 'Atza|canary-access',
  code: 'CANARYCODE123',
} as const

/** Thousands of requests at one turn of the clock are a test's own doing. */
export const NO_LIMITS: RequestLimits = {
  address: { burst: 1_000_000_000, perMinute: 1 },
  device: { burst: 1_000_000_000, perMinute: 1 },
}

/** One question to Amazon's login endpoint, as Amazon saw it. */
export interface Asked {
  url: string
  form: Record<string, string>
}

export type AmazonAnswer = () => Response | Promise<Response>

export interface BrokerWorld {
  clock: { now: number }
  log: BrokerLogLine[]
  asked: Asked[]
  answer: AmazonAnswer
  device: TestDevice
  post(path: string, body: unknown): Promise<Response>
  get(path: string): Promise<Response>
  request(path: string, init?: RequestInit, from?: string): Promise<Response>
}

export function makeKey(id: string): BrokerKey {
  return { id, bytes: new Uint8Array(randomBytes(32)) }
}

export function granted(extra: object = {}): Response {
  return Response.json({
    access_token: CANARIES.access,
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: CANARIES.refresh,
    ...extra,
  })
}

export function brokerConfig(keys: readonly BrokerKey[]): BrokerConfig {
  const ads = { clientId: 'ads-client', clientSecret: CANARIES.adsSecret }
  return {
    origin: ORIGIN,
    keys,
    selling: {
      applicationId: 'amzn1.sp.solution.1',
      clientId: 'selling-client',
      clientSecret: CANARIES.sellingSecret,
      tokenUrl: 'https://login.amazon.test/auth/o2/token',
      beta: false,
    },
    ads: {
      na: { ...ads, tokenUrl: 'https://login-na.amazon.test/auth/o2/token' },
      eu: { ...ads, tokenUrl: 'https://login-eu.amazon.test/auth/o2/token' },
    },
    allowLoopback: false,
    limits: NO_LIMITS,
  }
}

/** A broker with a turnable clock and a login endpoint that answers as told. */
export async function openBrokerWorld(
  given: { keys?: readonly BrokerKey[]; config?: Partial<BrokerConfig>; device?: TestDevice } = {},
): Promise<BrokerWorld> {
  const clock = { now: Date.parse('2026-03-10T12:00:00Z') }
  const world: BrokerWorld = {
    clock,
    log: [],
    asked: [],
    answer: () => granted(),
    device: given.device ?? (await makeDevice(() => world.clock.now)),
    request: async (path, init, from) => app.request(ORIGIN + path, init, from === undefined ? {} : { address: from }),
    get: async (path) => app.request(ORIGIN + path),
    post: async (path, body) =>
      app.request(ORIGIN + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
  const app = createBroker(
    { ...brokerConfig(given.keys ?? [makeKey('k1')]), ...given.config },
    {
      fetch: async (input, init) => {
        const { url, body } = await readSent(input, init)
        world.asked.push({ url, form: Object.fromEntries(new URLSearchParams(body)) })
        return world.answer()
      },
      now: () => clock.now,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      log: (line) => world.log.push(line),
    },
  )
  return world
}

/** A request as the other side sees it, however it was spelled. */
export async function readSent(input: RequestInfo | URL, init?: RequestInit): Promise<{ url: string; body: string }> {
  const { signal: _, redirect: __, ...rest } = init ?? {}
  const request = new Request(input, rest)
  return { url: request.url, body: await request.text() }
}

export type Way = { kind: 'popup' } | { kind: 'app-link' } | { kind: 'loopback'; port: number }

export async function beginAt(world: BrokerWorld, issuer: Issuer, way: Way = { kind: 'popup' }): Promise<string> {
  const response = await world.post('/begin', {
    challenge: world.device.challenge,
    deviceKey: world.device.publicKeys,
    issuer,
    return: way,
  })
  const { ticket } = (await response.json()) as { ticket: string }
  return ticket
}

/** Amazon's redirect after a person consented. */
export function redirect(issuer: Issuer, ticket: string): string {
  const query = issuer.startsWith('ads-')
    ? { state: ticket, code: CANARIES.code, scope: 'advertising::campaign_management' }
    : { state: ticket, spapi_oauth_code: CANARIES.code, selling_partner_id: 'A1SELLER' }
  return `/callback/${issuer}?${new URLSearchParams(query).toString()}`
}

/** Walks from *begin* to a hand-off, as the popup does. */
export async function obtainHandOff(world: BrokerWorld, issuer: Issuer = 'seller-eu'): Promise<string> {
  const response = await world.get(redirect(issuer, await beginAt(world, issuer)))
  return new URL(response.headers.get('location') ?? '').searchParams.get('handoff') ?? ''
}

export async function redeemWith(world: BrokerWorld, handoff: string): Promise<Response> {
  return world.post('/redeem', await world.device.redeemBody(handoff))
}

/** A sealed credential, obtained by the whole walk. */
export async function obtainSealed(world: BrokerWorld, issuer: Issuer = 'seller-eu'): Promise<string> {
  const response = await redeemWith(world, await obtainHandOff(world, issuer))
  return String((await world.device.open(response)).sealed)
}

export async function failureOf(response: Response): Promise<string> {
  const { failure } = (await response.json()) as { failure: string }
  return failure
}
