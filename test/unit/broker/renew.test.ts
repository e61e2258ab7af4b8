import { describe, expect, test } from 'vitest'
import { CANARIES, failureOf, granted, makeKey, obtainHandOff, obtainSealed, openBrokerWorld, redeemWith } from './broker-world.ts'
import { makeDevice } from './test-device.ts'

test('a stolen sealed credential is worthless without the device key', async () => {
  const world = await openBrokerWorld()
  const sealed = await obtainSealed(world)
  const thief = await makeDevice(() => world.clock.now)
  const response = await world.post('/renew', await thief.renewBody(sealed))
  expect(await failureOf(response)).toBe('sealed-refused')
  expect(world.asked).toHaveLength(1)
})

test('replayed bytes yield nothing', async () => {
  const world = await openBrokerWorld()
  const body = await world.device.renewBody(await obtainSealed(world))
  expect((await world.post('/renew', body)).status).toBe(200)
  expect(await failureOf(await world.post('/renew', body))).toBe('proof-refused')
  expect(world.asked).toHaveLength(2)
})

test('a hand-off is no sealed credential, and a sealed credential no hand-off', async () => {
  const world = await openBrokerWorld()
  const handoff = await obtainHandOff(world)
  const sealed = await obtainSealed(world)
  expect(await failureOf(await world.post('/renew', await world.device.renewBody(handoff)))).toBe('sealed-refused')
  expect(await failureOf(await redeemWith(world, sealed))).toBe('handoff-refused')
})

describe('what a proof must say', () => {
  test.each([
    ['another origin', { origin: 'https://evil.test' }],
    ['another path', { path: '/redeem' }],
    ['another method', { method: 'GET' }],
    ['another body', { body: 'A'.repeat(43) }],
    ['a short nonce', { nonce: 'abc' }],
  ])('%s is refused', async (_, change) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const response = await world.post('/renew', await world.device.renewBody(sealed, change))
    expect(response.status).toBe(401)
    expect(await failureOf(response)).toBe('proof-refused')
    expect(world.asked).toHaveLength(1)
  })

  test.each([-301, 301])('a clock %i seconds off is told the broker’s time', async (seconds) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const at = Math.floor(world.clock.now / 1000)
    const response = await world.post('/renew', await world.device.renewBody(sealed, { at: at + seconds }))
    expect(await response.json()).toEqual({ failure: 'clock-wrong', brokerTime: at })
    expect(world.asked).toHaveLength(1)
  })

  test.each([-300, 300])('a clock %i seconds off is close enough', async (seconds) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const at = Math.floor(world.clock.now / 1000) + seconds
    expect((await world.post('/renew', await world.device.renewBody(sealed, { at }))).status).toBe(200)
  })

  test('a nonce stays used for as long as its proof could be shown again', async () => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const ahead = { at: Math.floor(world.clock.now / 1000) + 300 }
    const body = await world.device.renewBody(sealed, ahead)
    expect((await world.post('/renew', body)).status).toBe(200)
    world.clock.now += 600_000
    expect(await failureOf(await world.post('/renew', body))).toBe('proof-refused')
  })
})

describe('an application that Amazon does not serve', () => {
  test.each(['invalid_client', 'unauthorized_client', 'invalid_scope'])('%s is passed on as this one word', async (error) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const said = { error, error_description: `refused: ${CANARIES.refresh}`, error_uri: 'https://evil.test' }
    world.answer = () => Response.json(said, { status: 400 })
    const response = await world.post('/renew', await world.device.renewBody(sealed))
    expect(await response.json()).toEqual({ failure: 'publisher-problem', amazon: error })
  })

  test.each([
    [400, 'invalid_grant', 'grant-refused'],
    [503, 'unauthorized_client', 'amazon-trouble'],
    [400, `something ${CANARIES.refresh}`, 'amazon-trouble'],
  ])('%i %s adds no word', async (status, error, failure) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    world.answer = () => Response.json({ error }, { status })
    const response = await world.post('/renew', await world.device.renewBody(sealed))
    expect(await response.json()).toEqual({ failure })
  })
})

describe('broker keys', () => {
  test('an old key still opens, and the credential comes back under the newest', async () => {
    const [old, fresh] = [makeKey('k1'), makeKey('k2')]
    const before = await openBrokerWorld({ keys: [old] })
    const sealed = await obtainSealed(before)
    const after = await openBrokerWorld({ keys: [fresh, old], device: before.device })
    const renewed = await after.device.open(await after.post('/renew', await after.device.renewBody(sealed)))
    expect(keyIdOf(sealed)).toBe('k1')
    expect(keyIdOf(String(renewed['sealed']))).toBe('k2')
    const alone = await openBrokerWorld({ keys: [fresh], device: before.device })
    expect((await alone.post('/renew', await alone.device.renewBody(String(renewed['sealed'])))).status).toBe(200)
  })

  test('a key the broker does not hold is the publisher’s problem, never a dead grant', async () => {
    const before = await openBrokerWorld({ keys: [makeKey('k1')] })
    const sealed = await obtainSealed(before)
    const after = await openBrokerWorld({ keys: [makeKey('k2')], device: before.device })
    expect(await failureOf(await after.post('/renew', await after.device.renewBody(sealed)))).toBe('publisher-problem')
    expect(after.asked).toEqual([])
  })

  test('another key under the same name opens nothing', async () => {
    const before = await openBrokerWorld({ keys: [makeKey('k1')] })
    const sealed = await obtainSealed(before)
    const after = await openBrokerWorld({ keys: [makeKey('k1')], device: before.device })
    expect(await failureOf(await after.post('/renew', await after.device.renewBody(sealed)))).toBe('sealed-refused')
  })
})

describe('the refresh credential Amazon sends with a renewal', () => {
  test.each([
    ['the same', CANARIES.refresh],
    ['none', undefined],
  ])('%s: the sealed credential stays as it is', async (_, refresh) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    world.answer = () => granted({ refresh_token: refresh })
    const renewed = await world.device.open(await world.post('/renew', await world.device.renewBody(sealed)))
    expect(renewed['sealed']).toBe(sealed)
  })

  test('another: it is sealed, and used from then on', async () => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    world.answer = () => granted({ refresh_token: 'Atzr|another' })
    const renewed = await world.device.open(await world.post('/renew', await world.device.renewBody(sealed)))
    await world.post('/renew', await world.device.renewBody(String(renewed['sealed'])))
    expect(renewed['sealed']).not.toBe(sealed)
    expect(world.asked.at(-1)?.form['refresh_token']).toBe('Atzr|another')
  })
})

describe('what Amazon’s refusals of a renewal become', () => {
  test.each([
    [400, { error: 'invalid_grant' }, 'grant-refused'],
    [401, { error: 'invalid_grant' }, 'amazon-trouble'],
    [403, { error: 'invalid_grant' }, 'amazon-trouble'],
    [401, { error: 'invalid_client' }, 'publisher-problem'],
    [400, { error: 'unauthorized_client' }, 'publisher-problem'],
    [500, { error: 'invalid_grant' }, 'amazon-trouble'],
    [429, { error: 'Throttled' }, 'amazon-trouble'],
  ])('%i %j: %s', async (status, body, code) => {
    const world = await openBrokerWorld()
    const sealed = await obtainSealed(world)
    const challenge = { 'www-authenticate': 'Basic realm="login"' }
    world.answer = () => Response.json(body, { status, headers: challenge })
    expect(await failureOf(await world.post('/renew', await world.device.renewBody(sealed)))).toBe(code)
  })
})

function keyIdOf(sealed: string): string {
  const header = JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  return header.kid
}
