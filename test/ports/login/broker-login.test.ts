import { describe, expect, test } from 'vitest'
import type { Begun, Redeemed, Renewed } from '../../../src/main/core/ports/login.ts'
import type { StoredCredential } from '../../../src/main/core/ports/vault.ts'
import { readReturnLink } from '../../../src/shared/contract/broker/return-link.ts'
import type { LoginTrouble } from '../../../src/shared/domain/trouble.ts'
import type { Result } from '../../../src/shared/lib/result.ts'
import type { Issuer } from '../../../src/shared/domain/region.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { CANARIES, ORIGIN, makeKey, openBrokerWorld, redirect } from '../../unit/broker/broker-world.ts'
import { type LoginTestWorld, openLoginWorld } from './login-world.ts'

function valueOf<Value>(result: Result<Value, LoginTrouble>): Value {
  if (!result.ok) throw new Error(`expected a value, found ${JSON.stringify(result.error)}`)
  return result.value
}

function troubleOf<Value>(result: Result<Value, LoginTrouble>): LoginTrouble['kind'] | 'none' {
  return result.ok ? 'none' : result.error.kind
}

async function begin(world: LoginTestWorld, issuer: Issuer = 'seller-eu'): Promise<Begun> {
  return valueOf(await world.login.begin({ issuer, country: 'DE', returnTo: { kind: 'popup' }, device: world.device }))
}

/** The person consents at Amazon and the popup catches the link. */
async function consent(world: LoginTestWorld, begun: Begun, issuer: Issuer = 'seller-eu'): Promise<Secret> {
  const state = new URL(begun.consentUrl).searchParams.get('state') ?? ''
  const response = await world.broker.get(redirect(issuer, state))
  const link = readReturnLink(response.headers.get('location') ?? '')
  if (link === undefined || !('handoff' in link)) throw new Error('no hand-off came back')
  return new Secret(link.handoff)
}

async function connect(world: LoginTestWorld, issuer: Issuer = 'seller-eu'): Promise<Redeemed> {
  const begun = await begin(world, issuer)
  const handoff = await consent(world, begun, issuer)
  return valueOf(await world.login.redeem({ issuer, handoff, verifier: begun.verifier, device: world.device }))
}

async function renew(world: LoginTestWorld, credential: StoredCredential): Promise<Result<Renewed, LoginTrouble>> {
  return world.login.renew({ family: 'selling', region: 'eu', credential, device: world.device })
}

describe('connecting', () => {
  test('a seller: the address names application, redirect and ticket; the hand-off proves the account', async () => {
    const world = await openLoginWorld()
    const begun = await begin(world)
    const url = new URL(begun.consentUrl)
    expect(url.origin + url.pathname).toBe('https://seller-eu.amazon.test/DE/apps/authorize/consent')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      application_id: 'amzn1.sp.solution.1',
      redirect_uri: `${ORIGIN}/callback/seller-eu`,
      state: begun.ticket.reveal(),
    })
    expect(begun.callbackUrl).toBe(`${ORIGIN}/callback/seller-eu`)
    expect(begun.shortCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/u)
    expect(begun.runsOutAt).toBe(world.clock.now + 600_000)
    const redeemed = await connect(world)
    expect(redeemed.identity).toBe('A1SELLER')
    expect(redeemed.access.access.reveal()).toBe(CANARIES.access)
    expect(redeemed.access.endsAt).toBe(world.clock.now + 3_540_000)
    expect(redeemed.credential.way).toBe('broker')
  })

  test('advertising: scope, S256 and the client id that calls must name; profiles prove the account, not the link', async () => {
    const world = await openLoginWorld()
    const query = new URL((await begin(world, 'ads-eu')).consentUrl).searchParams
    expect(query.get('scope')).toBe('advertising::campaign_management')
    expect(query.get('response_type')).toBe('code')
    expect(query.get('code_challenge_method')).toBe('S256')
    const redeemed = await connect(world, 'ads-eu')
    expect(redeemed.identity).toBeNull()
    expect(redeemed.access.clientId).toBe('ads-client')
    expect(world.broker.asked[0]?.form['code_verifier']).toBeDefined()
  })

  test('the short code is the one on the broker’s page', async () => {
    const world = await openLoginWorld()
    const order = { issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'loopback', port: 40_000 }, device: world.device } as const
    const begun = valueOf(await world.login.begin(order))
    const page = await (await world.broker.get(redirect('seller-eu', begun.ticket.reveal()))).text()
    expect(page).toContain(`data-short-code="${begun.shortCode}"`)
  })

  test('another device, or another verifier, cannot redeem', async () => {
    const world = await openLoginWorld()
    const begun = await begin(world)
    const handoff = await consent(world, begun)
    const other = await world.login.makeDeviceKeys()
    const order = { issuer: 'seller-eu' as const, handoff, verifier: begun.verifier, device: other }
    expect(troubleOf(await world.login.redeem(order))).toBe('handoff-refused')
    const guess = { ...order, device: world.device, verifier: new Secret('x'.repeat(43)) }
    expect(troubleOf(await world.login.redeem(guess))).toBe('handoff-refused')
    expect(world.broker.asked).toEqual([])
  })

  test('a refused code means: try again', async () => {
    const world = await openLoginWorld()
    world.broker.answer = () => Response.json({ error: 'invalid_grant' }, { status: 400 })
    const begun = await begin(world)
    const handoff = await consent(world, begun)
    const order = { issuer: 'seller-eu' as const, handoff, verifier: begun.verifier, device: world.device }
    expect(troubleOf(await world.login.redeem(order))).toBe('code-refused')
  })

  test('a country without such a page is said before anything is asked', async () => {
    const world = await openLoginWorld()
    const order = { issuer: 'vendor-eu', country: 'ZZ', returnTo: { kind: 'popup' }, device: world.device } as const
    expect(troubleOf(await world.login.begin(order))).toBe('publisher-problem')
    expect(world.sent).toEqual([])
  })

  test('a redirect address that is not the broker’s own is never used', async () => {
    const world = await openLoginWorld()
    world.intercept = async (url, init) => {
      const answer = (await (await world.broker.request(url.slice(ORIGIN.length), init)).json()) as object
      return Response.json({ ...answer, redirectUri: 'https://evil.test/callback/seller-eu' })
    }
    const order = { issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'popup' }, device: world.device } as const
    expect(troubleOf(await world.login.begin(order))).toBe('amazon-trouble')
  })
})

describe('renewing', () => {
  test('brings a new hour and leaves the vault alone while nothing changed', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.clock.now += 3_600_000
    world.broker.clock.now += 3_600_000
    const renewed = valueOf(await renew(world, credential))
    expect(renewed.credential).toBeNull()
    expect(renewed.access.endsAt).toBe(world.clock.now + 3_540_000)
  })

  test('after the publisher’s new key the stored credential is replaced, and goes on working', async () => {
    const [old, fresh] = [makeKey('k1'), makeKey('k2')]
    const before = await openLoginWorld({ broker: await openBrokerWorld({ keys: [old] }) })
    const { credential } = await connect(before)
    const after = await openLoginWorld({ broker: await openBrokerWorld({ keys: [fresh, old] }) })
    after.device = before.device
    const rewrapped = valueOf(await renew(after, credential)).credential
    expect(rewrapped).not.toBeNull()
    expect(troubleOf(await renew(after, rewrapped ?? credential))).toBe('none')
  })

  test('a lost publisher key is never a dead grant', async () => {
    const before = await openLoginWorld()
    const { credential } = await connect(before)
    const after = await openLoginWorld({ broker: await openBrokerWorld({ keys: [makeKey('k9')] }) })
    after.device = before.device
    expect(troubleOf(await renew(after, credential))).toBe('publisher-problem')
  })

  test.each([
    [401, 'invalid_client', 'application-key-refused'],
    [400, 'unauthorized_client', 'application-not-allowed'],
    [400, 'invalid_scope', 'request-refused'],
  ])('Amazon refuses the publisher’s application with %i %s: the person learns %s', async (status, error, cause) => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.broker.answer = () => Response.json({ error }, { status })
    const renewed = await renew(world, credential)
    expect(renewed).toEqual({
      ok: false,
      error: { kind: 'publisher-problem', cause, evidence: `broker renew: publisher-problem ${error}` },
    })
  })

  test.each(['a_word_of_tomorrow', 7])('a broker that repeats a word this app does not know (%s) is still understood', async (amazon) => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.intercept = () => Response.json({ failure: 'publisher-problem', amazon }, { status: 409 })
    const renewed = await renew(world, credential)
    expect(renewed).toEqual({
      ok: false,
      error: { kind: 'publisher-problem', cause: 'application-key-refused', evidence: 'broker renew: publisher-problem' },
    })
  })

  test.each([
    [400, 'invalid_grant', 'grant-refused'],
    [401, 'invalid_client', 'publisher-problem'],
    [400, 'unauthorized_client', 'publisher-problem'],
    [503, 'ServerError', 'amazon-trouble'],
  ])('Amazon says %i %s: %s', async (status, error, kind) => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.broker.answer = () => Response.json({ error }, { status })
    expect(troubleOf(await renew(world, credential))).toBe(kind)
  })

  test('Amazon’s wish to wait is passed on as a time', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.broker.answer = () => new Response('', { status: 429, headers: { 'retry-after': '30' } })
    const result = await renew(world, credential)
    expect(result).toMatchObject({ ok: false, error: { kind: 'amazon-trouble', tryAgainAt: world.clock.now + 30_000 } })
  })

  test.each([-86_400_000, 86_400_000])('a clock %i ms off is mended with the broker’s time', async (skew) => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.clock.now += skew
    expect(troubleOf(await renew(world, credential))).toBe('none')
    expect(world.broker.asked).toHaveLength(2)
  })

  test('a broker that keeps refusing the clock is asked twice, not for ever', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    const before = world.sent.length
    world.intercept = () => Response.json({ failure: 'clock-wrong', brokerTime: 5 }, { status: 401 })
    expect(troubleOf(await renew(world, credential))).toBe('publisher-problem')
    expect(world.sent.length - before).toBe(2)
  })

  test('without the device key nothing is sent', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    const before = world.sent.length
    const result = await world.login.renew({ family: 'selling', region: 'eu', credential, device: null })
    expect(troubleOf(result)).toBe('publisher-problem')
    expect(world.sent.length).toBe(before)
  })

  test('an earlier answer played again is not believed', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    let recorded = ''
    world.intercept = async (url, init) => {
      recorded = await (await world.broker.request(url.slice(ORIGIN.length), init)).text()
      return new Response(recorded)
    }
    await renew(world, credential)
    world.intercept = () => new Response(recorded)
    expect(troubleOf(await renew(world, credential))).toBe('amazon-trouble')
  })
})

describe('a network that lies or is silent is never a refusal', () => {
  const stories: [string, () => Response | Promise<Response>, LoginTrouble['kind']][] = [
    ['no network', () => Promise.reject(new TypeError('fetch failed')), 'offline'],
    ['a portal’s page with 200', () => new Response('<html>Sign in to the hotel</html>'), 'amazon-trouble'],
    ['a portal’s page with 400', () => new Response('<html>invalid_grant</html>', { status: 400 }), 'amazon-trouble'],
    ['JSON of somebody else', () => Response.json({ error: 'invalid_grant' }, { status: 400 }), 'amazon-trouble'],
    ['an unknown failure code', () => Response.json({ failure: 'revoked' }, { status: 400 }), 'amazon-trouble'],
    ['an answer nobody encrypted', () => Response.json({ answer: 'a.b.c.d.e' }), 'amazon-trouble'],
    ['an endless answer', () => new Response('x'.repeat(70_000)), 'amazon-trouble'],
    ['a broker that is busy', () => Response.json({ failure: 'busy' }, { status: 503 }), 'amazon-trouble'],
    ['a broker that fell over', () => Response.json({ failure: 'internal' }, { status: 500 }), 'amazon-trouble'],
  ]
  test.each(stories)('%s', async (_, answer, kind) => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    world.intercept = answer
    expect(troubleOf(await renew(world, credential))).toBe(kind)
  })

  test('a stop asked for while waiting ends the wait, and blames nobody', async () => {
    const world = await openLoginWorld()
    const { credential } = await connect(world)
    const stop = new AbortController()
    world.intercept = async (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        stop.abort()
      })
    const order = { family: 'selling', region: 'eu', credential, device: world.device, signal: stop.signal } as const
    expect(troubleOf(await world.login.renew(order))).toBe('offline')
  })
})

test('the verifier, the device’s private keys and the refresh credential never leave this machine before their time', async () => {
  const world = await openLoginWorld()
  const begun = await begin(world)
  const sentAtBegin = world.sent.join('\n')
  expect(sentAtBegin).not.toContain(begun.verifier.reveal())
  await renew(world, (await connect(world)).credential)
  const all = world.sent.join('\n')
  for (const key of [world.device.signing, world.device.sealing]) {
    const { d } = JSON.parse(key.reveal()) as { d: string }
    expect(all).not.toContain(d)
  }
  expect(all).not.toContain(CANARIES.refresh)
})

test('results refuse to be printed', async () => {
  const world = await openLoginWorld()
  const printed = JSON.stringify([await connect(world), await world.login.makeDeviceKeys()])
  expect(printed).not.toContain(CANARIES.access)
  expect(printed).not.toContain('"d"')
  expect(printed).toContain('[secret]')
})

test('credentials are bound to where they were obtained', async () => {
  const world = await openLoginWorld()
  expect(world.login.boundTo('broker', 'selling', 'eu')).toBe(ORIGIN)
  expect(world.login.boundTo('private-app', 'selling', 'eu')).toBe('https://login.amazon.test')
  expect(world.login.boundTo('private-app', 'advertising', 'fe')).toBe('https://login-fe.amazon.test')
})

test('without a broker the publisher’s way says so, and the private app still works', async () => {
  const world = await openLoginWorld({ endpoints: { broker: '' } })
  const order = { issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'popup' }, device: world.device } as const
  expect(troubleOf(await world.login.begin(order))).toBe('publisher-problem')
})
