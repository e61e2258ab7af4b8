import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { askLogin, errorOf, openAmazon, partnerOf, read } from './amazon.ts'

const DAY_MS = 86_400_000
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon()
})
afterEach(() => amazon.stop())

describe('a grant', () => {
  test('is renewed without a new refresh token and dies after a year', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    const first = await seller.renew()
    expect(first.body).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
    expect(String(first.body['access_token']).startsWith('Atza|')).toBe(true)
    expect(first.body['refresh_token']).toBeUndefined()
    amazon.clock.advance(365 * DAY_MS - 1000)
    expect((await seller.renew()).status).toBe(200)
    amazon.clock.advance(1000)
    expect(await seller.renew()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('once withdrawn, refuses renewals but lets an access token live out its hour', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    await seller.signIn()
    amazon.control.fault({ kind: 'revoke', account: 'kestrel', family: 'selling' })
    expect((await seller.renew()).body['error']).toBe('invalid_grant')
    expect((await seller.get('/sellers/v1/marketplaceParticipations')).status).toBe(200)
    amazon.clock.advance(3_600_000)
    const ended = await seller.get('/sellers/v1/marketplaceParticipations')
    expect(ended.status).toBe(403)
    expect(errorOf(ended).details).toMatch(/has expired/)
  })

  test('withdrawn hard ends access tokens too', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    await seller.signIn()
    amazon.control.fault({ kind: 'revoke', account: 'kestrel', family: 'selling', hard: true })
    expect(errorOf(await seller.get('/sellers/v1/marketplaceParticipations')).details).toMatch(/revoked, malformed or invalid/)
  })

  test('belongs to the client it was given to', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    const app = amazon.control.world().publisher.selling['na']
    const foreign = {
      grant_type: 'refresh_token',
      refresh_token: seller.refreshToken,
      client_id: app?.clientId ?? '',
      client_secret: app?.clientSecret ?? '',
    }
    expect(await askLogin(amazon.endpoints.login.token, foreign)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('renews by JSON as well as by form', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    const body = JSON.stringify({
      grant_type: 'refresh_token',
      refresh_token: seller.refreshToken,
      client_id: seller.clientId,
      client_secret: seller.clientSecret,
    })
    const answer = await read(
      await fetch(amazon.endpoints.login.token, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the token endpoint', () => {
  const cases = [
    ['a wrong secret', { client_secret: 'no' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['an unknown grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['garbage for a refresh token', { refresh_token: 'Atzr|x.y' }, 400, 'invalid_grant'],
    ['a code nobody gave', { grant_type: 'authorization_code', code: 'nope' }, 400, 'invalid_grant'],
  ] as const
  test.each(cases)('answers %s', async (_what, change, status, error) => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    const form = {
      grant_type: 'refresh_token',
      refresh_token: seller.refreshToken,
      client_id: seller.clientId,
      client_secret: seller.clientSecret,
      ...change,
    }
    expect(await askLogin(amazon.endpoints.login.token, form)).toMatchObject({ status, body: { error } })
  })

  test('refuses a request without a grant type', async () => {
    expect(await askLogin(amazon.endpoints.login.token, { client_id: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })

  test('can be out while everything else works', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    const { id } = amazon.control.fault({ kind: 'outage', api: 'login', status: '500' })
    expect((await seller.renew()).status).toBe(500)
    amazon.control.removeFault(id)
    expect((await seller.renew()).status).toBe(200)
  })

  test('can cut the line', async () => {
    const seller = await partnerOf(amazon, 'kestrel', 'na')
    amazon.control.fault({ kind: 'outage', api: 'login', status: 'reset', count: 1 })
    await expect(seller.renew()).rejects.toThrow()
    expect((await seller.renew()).status).toBe(200)
  })
})
