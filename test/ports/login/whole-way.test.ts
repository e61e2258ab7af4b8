import { createHash, randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { type RunningBroker, startBroker } from '../../../src/broker/start-broker.ts'
import { createLogin } from '../../../src/main/adapters/login/create-login.ts'
import type { Begun, Login, Redeemed } from '../../../src/main/core/ports/login.ts'
import type { DeviceKeyEntry } from '../../../src/main/core/ports/vault.ts'
import { readReturnLink } from '../../../src/shared/contract/broker/return-link.ts'
import type { Issuer } from '../../../src/shared/domain/region.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { type StandIn, createStandIn, smallWorld } from '../../../src/stand-in/index.ts'
import { makeKey } from '../../unit/broker/broker-world.ts'

/** A local Amazon, a real broker and the app's login, each behind its own port. */
interface Whole {
  amazon: StandIn
  broker: RunningBroker
  login: Login
  device: DeviceKeyEntry
}

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(async (one) => one.stop()))
})

async function start(): Promise<Whole> {
  const amazon = await createStandIn({ world: smallWorld(), startAt: Date.now() })
  running.push(amazon)
  const { selling, advertising } = amazon.control.world().publisher
  const app = selling['eu']
  const ads = advertising['eu']
  if (app === undefined || ads === undefined) throw new Error('the publisher has no app')
  const broker = await startBroker(
    {
      origin: undefined,
      host: '127.0.0.1',
      port: 0,
      keys: [makeKey('k1')],
      selling: { ...app, beta: false },
      ads: { eu: ads },
      allowLoopback: true,
    },
    { fetch, now: () => Date.now(), randomBytes: (count) => new Uint8Array(randomBytes(count)), log: () => undefined },
  )
  running.push(broker)
  amazon.control.redirects({
    uris: ['seller-eu', 'ads-eu'].map((issuer) => `${broker.origin}/callback/${issuer}`),
    loginUri: `${broker.origin}/login`,
  })
  const login = createLogin({
    fetch,
    clock: { now: () => Date.now() },
    random: {
      bytes: (count) => new Uint8Array(randomBytes(count)),
      sha256: (text) => createHash('sha256').update(text).digest(),
      base64url: (bytes) => Buffer.from(bytes).toString('base64url'),
    },
    endpoints: {
      loginToken: amazon.endpoints.login.token,
      ads: amazon.endpoints.ads,
      broker: broker.origin,
      consent: (family, _kind, region, country) =>
        (family === 'advertising' ? amazon.endpoints.consent.ads[region] : amazon.endpoints.consent.seller[country]) ?? null,
    },
  })
  return { amazon, broker, login, device: await login.makeDeviceKeys() }
}

/** What a person does in the popup: choose the account, confirm; then Amazon and the broker redirect. */
async function walk(begun: Begun): Promise<string> {
  const signIn = await fetch(begun.consentUrl)
  const consent = await submit(signIn, begun.consentUrl, { account: 'solo' })
  const left = await submit(consent, begun.consentUrl, { decision: 'confirm' })
  const atBroker = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' })
  return atBroker.headers.get('location') ?? ''
}

async function submit(page: Response, base: string, fields: Record<string, string>): Promise<Response> {
  const html = await page.text()
  const action = /action="([^"]+)"/u.exec(html)?.[1] ?? ''
  const request = /name="request" value="([^"]+)"/u.exec(html)?.[1] ?? ''
  return fetch(new URL(action, base), { method: 'POST', body: new URLSearchParams({ request, ...fields }), redirect: 'manual' })
}

async function connect(whole: Whole, issuer: Issuer): Promise<Redeemed> {
  const { login, device } = whole
  const begun = await login.begin({ issuer, country: 'DE', returnTo: { kind: 'popup' }, device })
  if (!begun.ok) throw new Error(begun.error.evidence)
  const link = readReturnLink(await walk(begun.value))
  if (link === undefined || !('handoff' in link)) throw new Error('no hand-off came back')
  const redeemed = await login.redeem({ issuer, handoff: new Secret(link.handoff), verifier: begun.value.verifier, device })
  if (!redeemed.ok) throw new Error(redeemed.error.evidence)
  return redeemed.value
}

test.each(['seller-eu', 'ads-eu'] as const)('%s: consent, hand-off, credentials, renewal and the end of a grant', async (issuer) => {
  const whole = await start()
  const redeemed = await connect(whole, issuer)
  expect(redeemed.identity).toBe(issuer === 'ads-eu' ? null : 'A1SOLOHOME0001')
  expect(redeemed.access.access.reveal()).toMatch(/^Atza\|/u)

  const order = {
    family: issuer === 'ads-eu' ? ('advertising' as const) : ('selling' as const),
    region: 'eu' as const,
    credential: redeemed.credential,
    device: whole.device,
  }
  const renewed = await whole.login.renew(order)
  expect(renewed).toMatchObject({ ok: true, value: { credential: null } })

  whole.amazon.control.fault({ kind: 'invalid-client' })
  expect(await whole.login.renew(order)).toMatchObject({ ok: false, error: { kind: 'publisher-problem' } })
  whole.amazon.control.clearFaults()

  whole.amazon.control.fault({ kind: 'revoke', account: 'solo' })
  expect(await whole.login.renew(order)).toMatchObject({ ok: false, error: { kind: 'grant-refused' } })
})

test('a private app renews without any broker, until its grant ends', async () => {
  const whole = await start()
  const grant = whole.amazon.control.privateGrant({ account: 'solo', family: 'selling' })
  const credential = {
    way: 'private-app' as const,
    clientId: grant.clientId,
    clientSecret: new Secret(grant.clientSecret),
    refresh: new Secret(grant.refreshToken),
  }
  const order = { family: 'selling' as const, region: 'eu' as const, credential, device: null }
  expect(await whole.login.renew(order)).toMatchObject({ ok: true, value: { credential: null, access: { clientId: grant.clientId } } })
  whole.amazon.control.fault({ kind: 'revoke', account: 'solo' })
  expect(await whole.login.renew(order)).toMatchObject({ ok: false, error: { kind: 'grant-refused' } })
})

test('a renewal begun in Seller Central reaches the app through the broker’s log-in address', async () => {
  const whole = await start()
  whole.amazon.control.fault({ kind: 'login-uri-leg', account: 'solo' })
  const begun = await whole.login.begin({ issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'popup' }, device: whole.device })
  if (!begun.ok) throw new Error(begun.error.evidence)
  const consent = await submit(await fetch(begun.value.consentUrl), begun.value.consentUrl, { account: 'solo' })
  const left = await submit(consent, begun.value.consentUrl, { decision: 'confirm' })
  const page = await (await fetch(left.headers.get('location') ?? '')).text()
  expect(page).toContain('springline:begin/selling?callback=')
  expect(page).toContain('data-action="continue"')
})
