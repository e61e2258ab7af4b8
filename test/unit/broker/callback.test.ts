import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readReturnLink } from '../../../src/shared/contract/broker/return-link.ts'
import { ISSUERS } from '../../../src/shared/domain/region.ts'
import { shortCode } from '../../../src/shared/lib/short-code.ts'
import { createHash } from 'node:crypto'
import { beginAt, openBrokerWorld, redirect } from './broker-world.ts'

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

function linkOf(page: string): string {
  return (/data-action="continue"[^>]*href="([^"]+)"/u.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
}

describe('where a hand-off goes', () => {
  test.each(ISSUERS.filter((issuer) => issuer !== 'ads-fe'))('%s: the popup is sent straight to the app', async (issuer) => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, issuer)
    const response = await world.get(redirect(issuer, ticket))
    const location = response.headers.get('location') ?? ''
    expect(response.status).toBe(302)
    expect(location.startsWith(`springline://authorize/${issuer}?handoff=`)).toBe(true)
    expect(readReturnLink(location)).toMatchObject({ issuer, ticket })
  })

  test('outside the popup a page shows the short code and waits for a click', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'seller-eu', { kind: 'app-link' })
    const response = await world.get(redirect('seller-eu', ticket))
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('location')).toBeNull()
    expect(page).toContain(`data-short-code="${shortCode(world.device.challenge, sha256)}"`)
    expect(page).not.toMatch(/<script|http-equiv|onload/iu)
    expect(readReturnLink(linkOf(page))).toMatchObject({ issuer: 'seller-eu', ticket })
  })

  test('the loopback port comes from the ticket, whatever the address says', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'vendor-na', { kind: 'loopback', port: 49_152 })
    const address = `${redirect('vendor-na', ticket)}&port=6666&return=https://evil.test&redirect_uri=https://evil.test`
    const page = await (await world.get(address)).text()
    expect(linkOf(page).startsWith('http://127.0.0.1:49152/oauth/callback?handoff=')).toBe(true)
    expect(page).not.toContain('evil.test')
    expect(page).not.toContain('6666')
    expect(readReturnLink(linkOf(page))).toMatchObject({ issuer: 'vendor-na', ticket })
  })

  test('where the link cannot be opened, the same hand-off can be pasted; a refusal has nothing to paste', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'ads-na', { kind: 'app-link' })
    const page = await (await world.get(redirect('ads-na', ticket))).text()
    expect(readReturnLink(linkOf(page))).toMatchObject({ handoff: /data-handoff>([^<]+)</u.exec(page)?.[1] })
    const refused = await (await world.get(`/callback/ads-na?error=access_denied&state=${ticket}`)).text()
    expect(refused).not.toContain('data-handoff')
  })

  test('the longest code still leaves a link an operating system accepts', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'seller-na', { kind: 'loopback', port: 65_535 })
    const query = new URLSearchParams({ state: ticket, spapi_oauth_code: 'c'.repeat(256), selling_partner_id: 'A'.repeat(64) })
    const page = await (await world.get(`/callback/seller-na?${query.toString()}`)).text()
    expect(linkOf(page).length).toBeLessThanOrEqual(2048)
    expect(readReturnLink(linkOf(page))).toBeDefined()
  })
})

describe('what is turned away with a plain page', () => {
  test('a ticket of another issuer', async () => {
    const world = await openBrokerWorld()
    const response = await world.get(redirect('seller-na', await beginAt(world, 'seller-eu')))
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
  })

  test('a ticket after ten minutes, and not a second before', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'seller-eu')
    world.clock.now += 599_000
    expect((await world.get(redirect('seller-eu', ticket))).status).toBe(302)
    world.clock.now += 1000
    const late = await world.get(redirect('seller-eu', ticket))
    expect(late.status).toBe(400)
    expect(await late.text()).toContain('Reconnect again')
  })

  test('a ticket of a broker with other keys', async () => {
    const [ours, theirs] = [await openBrokerWorld(), await openBrokerWorld()]
    const ticket = await beginAt(theirs, 'seller-eu')
    expect((await ours.get(redirect('seller-eu', ticket))).status).toBe(400)
  })

  test.each([
    ['no code', (state: string) => ({ state, selling_partner_id: 'A1' })],
    ['no partner id', (state: string) => ({ state, spapi_oauth_code: 'abc' })],
    ['an advertising code at a seller’s address', (state: string) => ({ state, code: 'abc', selling_partner_id: 'A1' })],
    ['markup for a partner id', (state: string) => ({ state, spapi_oauth_code: 'abc', selling_partner_id: '<b>' })],
  ])('%s', async (_, query) => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'seller-eu')
    const response = await world.get(`/callback/seller-eu?${new URLSearchParams(query(ticket)).toString()}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
  })

  test('a parameter given twice', async () => {
    const world = await openBrokerWorld()
    const address = redirect('seller-eu', await beginAt(world, 'seller-eu'))
    expect((await world.get(`${address}&spapi_oauth_code=other`)).status).toBe(400)
    expect((await world.get(`${address}&state=other`)).status).toBe(400)
  })

  test('a thousand forged callbacks: no hand-off, no question to Amazon', async () => {
    const world = await openBrokerWorld()
    const genuine = await beginAt(world, 'seller-eu')
    let accepted = 0
    for (let index = 0; index < 1000; index += 1) {
      const issuer = ISSUERS[index % ISSUERS.length] ?? 'seller-eu'
      const response = await world.get(redirect(issuer, forge(genuine, index)))
      if (response.status !== 400) accepted += 1
    }
    expect(accepted).toBe(0)
    expect(world.asked).toEqual([])
  })
})

function forge(genuine: string, index: number): string {
  const [header = '', payload = '', signature = ''] = genuine.split('.')
  const noise = randomBytes(1 + (index % 60)).toString('base64url')
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'k1', typ: 'springline-ticket' })).toString('base64url')
  const kinds = [
    noise,
    `${header}.${payload}.${noise}`,
    `${none}.${payload}.`,
    `${header}.${noise}.${signature}`,
    `${header}.${payload}`,
    `${none}.${payload}.${signature}`,
  ]
  return kinds[index % kinds.length] ?? noise
}

describe('when Amazon sends an error instead of a code', () => {
  test.each([
    ['access_denied', 'consent-declined'],
    ['unauthorized_client', 'publisher-problem'],
    ['invalid_scope', 'publisher-problem'],
    ['invalid_request', 'publisher-problem'],
    ['unsupported_response_type', 'publisher-problem'],
    ['server_error', 'amazon-trouble'],
    ['temporarily_unavailable', 'amazon-trouble'],
    ['<script>', 'amazon-trouble'],
  ])('%s comes back as %s, without its text', async (error, code) => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'ads-na')
    const query = new URLSearchParams({ error, error_description: 'canary', state: ticket })
    const response = await world.get(`/callback/ads-na?${query.toString()}`)
    const location = response.headers.get('location') ?? ''
    expect(readReturnLink(location)).toEqual({ issuer: 'ads-na', ticket, error: code })
    expect(location).not.toContain('canary')
  })

  test('without a ticket of ours nothing comes back', async () => {
    const world = await openBrokerWorld()
    const response = await world.get('/callback/ads-na?error=access_denied&state=forged')
    expect(response.status).toBe(400)
  })
})
