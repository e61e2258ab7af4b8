import { describe, expect, test } from 'vitest'
import { openBrokerWorld } from './broker-world.ts'

const json = { 'content-type': 'application/json' }

test.each([
  ['GET', '/begin', 'POST'],
  ['PUT', '/redeem', 'POST'],
  ['DELETE', '/renew', 'POST'],
  ['POST', '/callback/seller-eu', 'GET'],
  ['OPTIONS', '/renew', 'POST'],
])('%s %s is not allowed', async (method, path, allowed) => {
  const world = await openBrokerWorld()
  const response = await world.request(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allowed)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('an unknown issuer has no callback', async () => {
  const world = await openBrokerWorld()
  expect((await world.get('/callback/seller-xx?state=a')).status).toBe(404)
})

describe('a body is refused', () => {
  const valid = async (world: Awaited<ReturnType<typeof openBrokerWorld>>): Promise<object> => ({
    challenge: world.device.challenge,
    deviceKey: world.device.publicKeys,
    issuer: 'seller-eu',
    return: { kind: 'popup' },
  })

  test.each([
    ['with a form’s content type', { 'content-type': 'text/plain' }],
    ['with no content type', {}],
    ['with a look-alike content type', { 'content-type': 'application/json-patch+json' }],
  ])('%s', async (_, headers) => {
    const world = await openBrokerWorld()
    const body = new TextEncoder().encode(JSON.stringify(await valid(world)))
    expect((await world.request('/begin', { method: 'POST', headers, body })).status).toBe(400)
  })

  test('above 16 KiB, whether its length is said or not', async () => {
    const world = await openBrokerWorld()
    const long = JSON.stringify(await valid(world)) + ' '.repeat(20_000)
    const stream = new Blob([long]).stream()
    const streamed = { method: 'POST', headers: json, body: stream, duplex: 'half' } as RequestInit
    expect((await world.request('/begin', { method: 'POST', headers: json, body: long })).status).toBe(400)
    expect((await world.request('/begin', streamed)).status).toBe(400)
  })

  test.each([
    ['an unknown issuer', { issuer: 'seller-xx' }],
    ['an unknown field', { extra: 1 }],
    ['a short challenge', { challenge: 'abc' }],
    ['a loopback port of the system', { return: { kind: 'loopback', port: 80 } }],
    ['a loopback port that is text', { return: { kind: 'loopback', port: '8080@evil.test' } }],
    ['a return address of its own', { return: { kind: 'loopback', port: 8080, host: 'evil.test' } }],
    ['another way back', { return: { kind: 'web', url: 'https://evil.test' } }],
  ])('with %s', async (_, change) => {
    const world = await openBrokerWorld()
    const response = await world.post('/begin', { ...(await valid(world)), ...change })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ failure: 'bad-request' })
  })

  test('with a private device key, or a point off the curve', async () => {
    const world = await openBrokerWorld()
    const { signing, sealing } = world.device.publicKeys
    const leaked = { signing: { ...signing, d: 'A'.repeat(43) }, sealing }
    const bent = { signing, sealing: { ...sealing, y: sealing.x } }
    expect((await world.post('/begin', { ...(await valid(world)), deviceKey: leaked })).status).toBe(400)
    expect((await world.post('/begin', { ...(await valid(world)), deviceKey: bent })).status).toBe(400)
  })

  test('that is no JSON, or tries to reach a prototype', async () => {
    const world = await openBrokerWorld()
    for (const body of ['{', '[]', 'null', '{"__proto__":{"issuer":"seller-eu"}}']) {
      expect((await world.request('/renew', { method: 'POST', headers: json, body })).status).toBe(400)
    }
  })
})

test('every answer forbids keeping, framing, running and passing on', async () => {
  const world = await openBrokerWorld()
  for (const path of ['/', '/health', '/callback/seller-eu', '/login', '/nowhere', '/begin']) {
    const { headers } = await world.get(path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('script-src')
  }
})
