import { describe, expect, test } from 'vitest'
import type { Renewed } from '../../../src/main/core/ports/login.ts'
import type { ApiFamily, Region } from '../../../src/shared/domain/region.ts'
import type { LoginTrouble } from '../../../src/shared/domain/trouble.ts'
import type { Result } from '../../../src/shared/lib/result.ts'
import { type LoginTestWorld, TOKEN_URL, openLoginWorld, privateApp } from './login-world.ts'

async function renewWhen(
  answer: () => Response | Promise<Response>,
  where: { family: ApiFamily; region: Region; signal?: AbortSignal } = { family: 'selling', region: 'eu' },
): Promise<{ world: LoginTestWorld; result: Result<Renewed, LoginTrouble> }> {
  const world = await openLoginWorld()
  world.intercept = answer
  return { world, result: await world.login.renew({ ...where, credential: privateApp, device: null }) }
}

function grantedWith(extra: object = {}): Response {
  return Response.json({ access_token: 'Atza|new', token_type: 'bearer', expires_in: 3600, refresh_token: 'Atzr|own', ...extra })
}

test('asks Amazon directly with the person’s own client id and secret', async () => {
  const { world, result } = await renewWhen(() => grantedWith())
  const [url, body] = (world.sent[0] ?? '').split(' ')
  expect(url).toBe(TOKEN_URL)
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'Atzr|own',
    client_id: 'own-client',
    client_secret: 'own-secret',
  })
  expect(result.ok && result.value.access.access.reveal()).toBe('Atza|new')
  expect(result.ok && result.value.access.clientId).toBe('own-client')
  expect(result.ok && result.value.access.endsAt).toBe(world.clock.now + 3_540_000)
})

test('a credential that lives only seconds is still usable for some of them', async () => {
  const { world, result } = await renewWhen(() => grantedWith({ expires_in: 30 }))
  expect(result.ok && result.value.access.endsAt).toBe(world.clock.now + 15_000)
})

test.each(['na', 'eu', 'fe'] as const)('advertising in %s is asked at its own endpoint', async (region) => {
  const { world } = await renewWhen(() => grantedWith(), { family: 'advertising', region })
  expect(world.sent[0]).toContain(`https://login-${region}.amazon.test/auth/o2/token`)
})

describe('the refresh credential in the answer', () => {
  test.each([
    ['the same: kept', {}, null],
    ['none: kept', { refresh_token: undefined }, null],
    ['another: to be stored', { refresh_token: 'Atzr|next' }, 'Atzr|next'],
  ])('%s', async (_, extra, stored) => {
    const { result } = await renewWhen(() => grantedWith(extra))
    const credential = result.ok ? result.value.credential : undefined
    expect(credential?.way === 'private-app' ? credential.refresh.reveal() : null).toBe(stored)
    expect(result.ok).toBe(true)
  })
})

describe('every row of Amazon’s table of login errors', () => {
  const rows: [number, object, LoginTrouble['kind']][] = [
    [
      400,
      {
        error: 'invalid_grant',
        error_description:
          'The request has an invalid grant parameter : refresh_token. User may have revoked or didn’t grant the permission.',
      },
      'grant-refused',
    ],
    [400, { error: 'invalid_grant', error_index: 'x', request_id: 'y' }, 'grant-refused'],
    [401, { error: 'invalid_client', error_description: 'Client authentication failed' }, 'publisher-problem'],
    [400, { error: 'invalid_client' }, 'publisher-problem'],
    [400, { error: 'unauthorized_client' }, 'publisher-problem'],
    [400, { error: 'invalid_request' }, 'publisher-problem'],
    [400, { error: 'invalid_scope' }, 'publisher-problem'],
    [400, { error: 'unsupported_grant_type' }, 'publisher-problem'],
    [429, { error: 'Throttled' }, 'amazon-trouble'],
    [429, { error: 'invalid_grant' }, 'amazon-trouble'],
    [500, { error: 'ServerError' }, 'amazon-trouble'],
    [502, { error: 'invalid_grant' }, 'amazon-trouble'],
    [503, { error: 'invalid_client' }, 'amazon-trouble'],
    [401, { error: 'invalid_grant' }, 'amazon-trouble'],
    [403, { error: 'access_denied' }, 'amazon-trouble'],
    [400, { error: '' }, 'amazon-trouble'],
    [400, { error: ['invalid_grant'] }, 'amazon-trouble'],
    [400, { message: 'invalid_grant' }, 'amazon-trouble'],
    [404, {}, 'amazon-trouble'],
  ]
  test.each(rows)('%i %j: %s', async (status, body, kind) => {
    const { result } = await renewWhen(() => Response.json(body, { status, headers: { 'www-authenticate': 'Basic' } }))
    expect(result.ok ? 'none' : result.error.kind).toBe(kind)
  })

  test('the evidence names status and error word, and never what was sent or quoted', async () => {
    const body = { error: 'invalid_grant', error_description: 'Atzr|own own-secret' }
    const { result } = await renewWhen(() => Response.json(body, { status: 400 }))
    expect(result).toEqual({
      ok: false,
      error: { kind: 'grant-refused', cause: 'grant-withdrawn-or-changed', evidence: 'login 400 invalid_grant' },
    })
    const odd = await renewWhen(() => Response.json({ error: 'Atzr|own secret' }, { status: 400 }))
    expect(JSON.stringify(odd.result)).not.toContain('Atzr')
  })
})

describe('a network that lies or is silent is never a refusal', () => {
  const json = { 'content-type': 'application/json' }
  const stories: [string, () => Response | Promise<Response>, LoginTrouble['kind']][] = [
    ['no network', () => Promise.reject(new TypeError('fetch failed')), 'offline'],
    ['a portal’s page with 200', () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }), 'offline'],
    [
      'a portal’s page with 400',
      () => new Response('{"error":"invalid_grant"}', { status: 400, headers: { 'content-type': 'text/html' } }),
      'amazon-trouble',
    ],
    ['a portal’s redirect', () => new Response(null, { status: 302, headers: { location: 'http://portal.test' } }), 'offline'],
    ['an empty 204', () => new Response(null, { status: 204 }), 'amazon-trouble'],
    ['half an answer', () => new Response('{"access_token":"Atza|', { headers: json }), 'amazon-trouble'],
    ['an answer without a credential', () => Response.json({ token_type: 'bearer' }), 'amazon-trouble'],
    ['an endless answer', () => grantedWith({ filler: 'x'.repeat(70_000) }), 'amazon-trouble'],
  ]
  test.each(stories)('%s', async (_, answer, kind) => {
    const { result } = await renewWhen(answer)
    expect(result.ok ? 'none' : result.error.kind).toBe(kind)
  })
})

describe('how long to wait', () => {
  test.each([
    ['seconds', '120', 120_000],
    ['a date', 'Tue, 10 Mar 2026 12:01:00 GMT', 60_000],
    ['a date that is past', 'Tue, 10 Mar 2020 12:01:00 GMT', null],
    ['more than a day', '999999', 86_400_000],
    ['nonsense', 'soon', null],
  ])('%s', async (_, header, wait) => {
    const { world, result } = await renewWhen(() => new Response('', { status: 503, headers: { 'retry-after': header } }))
    const at = !result.ok && result.error.kind === 'amazon-trouble' ? result.error.tryAgainAt : undefined
    expect(at).toBe(wait === null ? null : world.clock.now + wait)
  })
})

test('a stop asked for ends the wait, and blames nobody', async () => {
  const stop = new AbortController()
  stop.abort()
  const { result } = await renewWhen(() => Promise.reject(new Error('aborted')), { family: 'selling', region: 'eu', signal: stop.signal })
  expect(result.ok ? 'none' : result.error.kind).toBe('offline')
})
