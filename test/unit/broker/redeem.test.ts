import { describe, expect, test } from 'vitest'
import { beginAt, failureOf, granted, obtainHandOff, openBrokerWorld, redeemWith, redirect } from './broker-world.ts'
import { makeDevice } from './test-device.ts'

describe('a stolen hand-off', () => {
  test('is worthless without the verifier', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    const verifier = 'x'.repeat(43)
    const proof = await world.device.prove('/redeem', [handoff, verifier])
    expect(await failureOf(await world.post('/redeem', { handoff, verifier, proof }))).toBe('handoff-refused')
    expect(world.asked).toEqual([])
  })

  test('is worthless with the verifier but another device key', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    const thief = await makeDevice(() => world.clock.now)
    const { verifier } = world.device
    const proof = await thief.prove('/redeem', [handoff, verifier])
    expect(await failureOf(await world.post('/redeem', { handoff, verifier, proof }))).toBe('handoff-refused')
    expect(world.asked).toEqual([])
  })

  test('cannot be pointed at another sealing key: both keys are bound', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    const thief = await makeDevice(() => world.clock.now)
    const change = { sealing: thief.publicKeys.sealing }
    const body = await world.device.redeemBody(handoff, change as object)
    expect(await failureOf(await world.post('/redeem', body))).toBe('handoff-refused')
    expect(world.asked).toEqual([])
  })
})

describe('single use', () => {
  test('the same bytes again are refused, and Amazon is not asked again', async () => {
    const world = await openBrokerWorld()
    const body = await world.device.redeemBody(await obtainHandOff(world))
    expect((await world.post('/redeem', body)).status).toBe(200)
    expect(await failureOf(await world.post('/redeem', body))).toBe('proof-refused')
    expect(world.asked).toHaveLength(1)
  })

  test('a fresh proof for a used hand-off is refused', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    await redeemWith(world, handoff)
    expect(await failureOf(await redeemWith(world, handoff))).toBe('handoff-refused')
    expect(world.asked).toHaveLength(1)
  })

  test('a second hand-off made from the same ticket is refused', async () => {
    const world = await openBrokerWorld()
    const ticket = await beginAt(world, 'seller-eu')
    const [first, second] = [await handOffOf(world, ticket), await handOffOf(world, ticket)]
    await redeemWith(world, first)
    expect(await failureOf(await redeemWith(world, second))).toBe('handoff-refused')
    expect(world.asked).toHaveLength(1)
  })

  test('ten at the same moment: one exchange', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    const answers = await Promise.all(Array.from({ length: 10 }, async () => redeemWith(world, handoff)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(world.asked).toHaveLength(1)
  })

  test('after trouble at Amazon the same hand-off may be tried again', async () => {
    const world = await openBrokerWorld()
    const handoff = await obtainHandOff(world)
    world.answer = () => new Response('<h1>Service Unavailable</h1>', { status: 503, headers: { 'retry-after': '7' } })
    expect(await (await redeemWith(world, handoff)).json()).toEqual({ failure: 'amazon-trouble', retryAfterSeconds: 7 })
    world.answer = () => granted()
    expect((await redeemWith(world, handoff)).status).toBe(200)
  })
})

async function handOffOf(world: Awaited<ReturnType<typeof openBrokerWorld>>, ticket: string): Promise<string> {
  const response = await world.get(redirect('seller-eu', ticket))
  return new URL(response.headers.get('location') ?? '').searchParams.get('handoff') ?? ''
}

test('a hand-off is good for five minutes', async () => {
  const world = await openBrokerWorld()
  const handoff = await obtainHandOff(world)
  world.clock.now += 300_000
  expect(await failureOf(await redeemWith(world, handoff))).toBe('handoff-refused')
  expect(world.asked).toEqual([])
})

test('a hand-off sealed by another broker’s keys is refused', async () => {
  const [ours, theirs] = [await openBrokerWorld(), await openBrokerWorld()]
  const handoff = await obtainHandOff(theirs)
  expect(await failureOf(await redeemWith(ours, handoff))).toBe('handoff-refused')
})

test('an answer without a refresh credential is not a grant', async () => {
  const world = await openBrokerWorld()
  world.answer = () => granted({ refresh_token: undefined })
  expect(await failureOf(await redeemWith(world, await obtainHandOff(world)))).toBe('amazon-trouble')
})

describe('what Amazon’s refusals of a code become', () => {
  test.each([
    [400, { error: 'invalid_grant', error_description: 'The request has an invalid grant parameter : code' }, 'code-refused'],
    [401, { error: 'invalid_client', error_description: 'Client authentication failed' }, 'publisher-problem'],
    [400, { error: 'unauthorized_client' }, 'publisher-problem'],
    [400, { error: 'invalid_request' }, 'publisher-problem'],
    [400, { error: 'invalid_scope' }, 'publisher-problem'],
    [400, { error: 'unsupported_grant_type' }, 'publisher-problem'],
    [400, { error: 'something_new' }, 'amazon-trouble'],
    [429, { error: 'invalid_grant' }, 'amazon-trouble'],
    [500, { error: 'ServerError' }, 'amazon-trouble'],
    [503, { error: 'invalid_client' }, 'amazon-trouble'],
  ])('%i %j: %s', async (status, body, code) => {
    const world = await openBrokerWorld()
    world.answer = () => Response.json(body, { status })
    expect(await failureOf(await redeemWith(world, await obtainHandOff(world)))).toBe(code)
  })

  test('silence, an endless answer and a page are Amazon’s trouble', async () => {
    const world = await openBrokerWorld()
    const answers = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => granted({ filler: 'x'.repeat(70_000) }),
      () => new Response('<html>Sign in to the hotel</html>', { headers: { 'content-type': 'text/html' } }),
      () => new Response('{"error":"invalid_grant"}', { status: 400, headers: { 'content-type': 'text/html' } }),
    ]
    for (const answer of answers) {
      world.answer = answer
      expect(await failureOf(await redeemWith(world, await obtainHandOff(world)))).toBe('amazon-trouble')
    }
  })
})
