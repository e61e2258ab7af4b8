import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoWorld, type StandIn, type WorldSpec } from '../../../src/stand-in/index.ts'
import { askLogin, openAmazon, read } from './amazon.ts'

const BACK = 'https://broker.test/callback/seller-eu'
const ADS_BACK = 'https://broker.test/callback/ads-eu'
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon({ broker: 'https://broker.test' })
})
afterEach(() => amazon.stop())

const sellerQuery = (): Record<string, string> => ({
  application_id: amazon.control.world().publisher.selling['eu']?.applicationId ?? '',
  state: 'ticket.a-b_c',
  redirect_uri: BACK,
})
const open = async (query: Record<string, string>, url = amazon.endpoints.consent.seller['DE'] ?? ''): Promise<Response> =>
  fetch(`${url}?${new URLSearchParams(query)}`)
const accountsOn = (html: string): string[] => [...html.matchAll(/data-account="([^"]+)"/g)].map((found) => found[1] ?? '')

/** Sends the page's form as a browser would. */
async function submit(html: string, field: Record<string, string>): Promise<Response> {
  const action = html.match(/action="([^"]+)"/)?.[1] ?? ''
  const request = html.match(/name="request" value="([^"]+)"/)?.[1] ?? ''
  return fetch(`${amazon.origin}${action}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ request, ...field }) })
}

async function walk(query: Record<string, string>, account: string, decision: string, url?: string): Promise<Response> {
  const first = await (await open(query, url)).text()
  const second = await (await submit(first, { account })).text()
  return submit(second, { decision })
}

describe('consent of a seller', () => {
  test('offers the right account and wrong ones, and goes back with state, identity and a code', async () => {
    const page = await open(sellerQuery())
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await page.text()
    expect(html).toContain('Stand-in for Amazon. Nothing here is real.')
    expect(accountsOn(html)).toEqual(['nordlys', 'halden', 'bike-eu'])
    const back = await walk(sellerQuery(), 'nordlys', 'confirm')
    const address = new URL(back.headers.get('location') ?? '')
    expect(back.status).toBe(302)
    expect(`${address.origin}${address.pathname}`).toBe(BACK)
    expect(address.searchParams.get('state')).toBe('ticket.a-b_c')
    expect(address.searchParams.get('selling_partner_id')).toBe('A2NORDLYSHOME7')
    expect(address.searchParams.get('spapi_oauth_code')).toBeTruthy()
  })

  test('left by Cancel goes nowhere and gives nothing', async () => {
    const left = await walk(sellerQuery(), 'nordlys', 'cancel')
    expect(left.status).toBe(200)
    expect(left.headers.get('location')).toBeNull()
    expect(await left.text()).toContain('You left without giving access')
    expect(amazon.control.world().accounts.flatMap((account) => account.grants)).toEqual([])
  })

  test('gives a code that works once, for five minutes, at the address it was asked for', async () => {
    const app = amazon.control.world().publisher.selling['eu']
    const form = async (): Promise<Record<string, string>> => {
      const back = await walk(sellerQuery(), 'nordlys', 'confirm')
      const code = new URL(back.headers.get('location') ?? '').searchParams.get('spapi_oauth_code') ?? ''
      return {
        grant_type: 'authorization_code',
        code,
        redirect_uri: BACK,
        client_id: app?.clientId ?? '',
        client_secret: app?.clientSecret ?? '',
      }
    }
    const used = await form()
    expect((await askLogin(amazon.endpoints.login.token, used)).body['refresh_token']).toMatch(/^Atzr\|/)
    expect((await askLogin(amazon.endpoints.login.token, used)).body['error']).toBe('invalid_grant')
    expect(
      (await askLogin(amazon.endpoints.login.token, { ...(await form()), redirect_uri: 'https://broker.test/other' })).body['error'],
    ).toBe('invalid_grant')
    const late = await form()
    amazon.clock.advance(5 * 60_000)
    expect((await askLogin(amazon.endpoints.login.token, late)).body['error']).toBe('invalid_grant')
  })

  const wrong = [
    ['MD5101', { redirect_uri: 'https://evil.test/' }],
    ['MD5110', { redirect_uri: `${BACK}#x` }],
    ['SPSA0404', { application_id: 'amzn1.sp.solution.none' }],
  ] as const
  test.each(wrong)('shows %s on a page and sends nobody anywhere', async (code, change) => {
    const page = await open({ ...sellerQuery(), ...change })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`data-error="${code}"`)
  })

  test('refuses a form whose sealed field was changed', async () => {
    const html = await (await open(sellerQuery())).text()
    const forged = await submit(html.replace(/name="request" value="(.)/, 'name="request" value="x$1'), { account: 'nordlys' })
    expect(await forged.text()).toContain('Start again')
  })
})

test('a broker on loopback http is accepted once it is registered', async () => {
  const back = 'http://127.0.0.1:9/callback/seller-eu'
  expect(await (await open({ ...sellerQuery(), redirect_uri: back })).text()).toContain('MD5101')
  amazon.control.redirects({ uris: [back] })
  expect((await walk({ ...sellerQuery(), redirect_uri: back }, 'halden', 'confirm')).headers.get('location')).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/callback/,
  )
})

test('a sign-in page can be made to offer only the wrong account', async () => {
  amazon.control.fault({ kind: 'wrong-account', account: 'bike-eu' })
  expect(accountsOn(await (await open(sellerQuery())).text())).toEqual(['bike-eu'])
})

test('accounts, drafts and limits end in their own codes', async () => {
  const world: WorldSpec = {
    ...demoWorld(),
    draftApplication: true,
    consentLimit: 0,
    accounts: demoWorld().accounts.map((one) => (one.id === 'halden' ? { ...one, consentError: 'SPDC8143' } : one)),
  }
  await amazon.stop()
  amazon = await openAmazon({ world, broker: 'https://broker.test' })
  expect(await (await open(sellerQuery())).text()).toContain('MD1000')
  const beta = { ...sellerQuery(), version: 'beta' }
  const page = await (await open(beta)).text()
  expect(await (await submit(page, { account: 'halden' })).text()).toContain('SPDC8143')
  expect(await (await submit(page, { account: 'nordlys' })).text()).toContain('CONSENT_LIMIT_REACHED')
})

test('without any redirect address consent cannot begin', async () => {
  await amazon.stop()
  amazon = await openAmazon()
  expect(await (await open(sellerQuery())).text()).toContain('MD9100')
})

test('the log-in address can come between, and consent goes on from there with a new state', async () => {
  amazon.control.redirects({ uris: [], loginUri: 'https://broker.test/log-in' })
  amazon.control.fault({ kind: 'login-uri-leg', count: 1 })
  const detour = new URL((await walk(sellerQuery(), 'nordlys', 'confirm')).headers.get('location') ?? '')
  expect(detour.pathname).toBe('/log-in')
  const onward = new URL(detour.searchParams.get('amazon_callback_uri') ?? '')
  onward.searchParams.set('amazon_state', detour.searchParams.get('amazon_state') ?? '')
  onward.searchParams.set('state', 'fresh')
  const back = new URL((await fetch(onward, { redirect: 'manual' })).headers.get('location') ?? '')
  expect(back.searchParams.get('state')).toBe('fresh')
  expect(back.searchParams.get('selling_partner_id')).toBe('A2NORDLYSHOME7')
})

describe('consent for advertising', () => {
  const verifier = 'a-verifier-that-is-long-enough-to-be-believed-0123456789'
  const app = () => amazon.control.world().publisher.advertising['eu']
  const query = (): Record<string, string> => ({
    client_id: app()?.clientId ?? '',
    scope: 'advertising::campaign_management',
    response_type: 'code',
    redirect_uri: ADS_BACK,
    state: 's1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const code = async (): Promise<string> => {
    const back = new URL((await walk(query(), 'nordlys', 'confirm', amazon.endpoints.consent.ads.eu)).headers.get('location') ?? '')
    expect(back.searchParams.get('scope')).toBe('advertising::campaign_management')
    expect(back.searchParams.get('state')).toBe('s1')
    return back.searchParams.get('code') ?? ''
  }
  const exchange = async (extra: Record<string, string>) =>
    askLogin(amazon.endpoints.ads.eu.token, {
      grant_type: 'authorization_code',
      code: await code(),
      redirect_uri: ADS_BACK,
      client_id: app()?.clientId ?? '',
      client_secret: app()?.clientSecret ?? '',
      ...extra,
    })

  test('asks for the verifier that fits the challenge', async () => {
    expect((await exchange({})).body['error']).toBe('invalid_grant')
    expect((await exchange({ code_verifier: 'another' })).body['error']).toBe('invalid_grant')
    const good = await exchange({ code_verifier: verifier })
    expect(good.status).toBe(200)
    const again = await askLogin(amazon.endpoints.ads.fe.token, {
      grant_type: 'refresh_token',
      refresh_token: String(good.body['refresh_token']),
      client_id: app()?.clientId ?? '',
      client_secret: app()?.clientSecret ?? '',
    })
    expect(again.body['refresh_token']).toBe(good.body['refresh_token'])
  })

  test('is not offered to accounts without advertising', async () => {
    expect(accountsOn(await (await open(query(), amazon.endpoints.consent.ads.eu)).text())).not.toContain('parlour-vendor')
  })
})

test('nothing the log keeps is a secret', async () => {
  const back = await walk(sellerQuery(), 'nordlys', 'confirm')
  const app = amazon.control.world().publisher.selling['eu']
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('spapi_oauth_code') ?? ''
  const given = await read(
    await fetch(amazon.endpoints.login.token, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: BACK,
        client_id: app?.clientId ?? '',
        client_secret: app?.clientSecret ?? '',
      }),
    }),
  )
  const kept = JSON.stringify(amazon.control.log())
  for (const secret of [
    code,
    app?.clientSecret ?? '',
    String(given.body['access_token']),
    String(given.body['refresh_token']),
    'ticket.a-b_c',
  ])
    expect(kept).not.toContain(secret)
  expect(amazon.control.log().map((line) => line.operation)).toEqual(['sign-in-page', 'consent-page', 'decision', 'exchange-code'])
})
