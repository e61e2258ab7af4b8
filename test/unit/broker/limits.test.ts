import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimit } from '../../../src/broker/limits/rate-limit.ts'
import { readAddressOf } from '../../../src/broker/limits/read-address-of.ts'
import { NO_LIMITS, beginAt, failureOf, obtainHandOff, obtainSealed, openBrokerWorld, redirect } from './broker-world.ts'
import { makeDevice } from './test-device.ts'

const tight = { burst: 3, perMinute: 6 }

describe('one network address', () => {
  test('is told how long to wait, and goes on after exactly that; another is not held back', async () => {
    const world = await openBrokerWorld({ config: { limits: { ...NO_LIMITS, address: tight } } })
    const ask = async (from: string) => world.request('/renew', { method: 'POST' }, from)
    for (let turn = 0; turn < 3; turn += 1) expect((await ask('192.0.2.1')).status).toBe(400)
    const refused = await ask('192.0.2.1')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(await refused.json()).toEqual({ failure: 'busy', retryAfterSeconds: 10 })
    expect((await ask('192.0.2.2')).status).toBe(400)
    world.clock.now += 9000
    expect((await ask('192.0.2.1')).status).toBe(429)
    world.clock.now += 1000
    expect((await ask('192.0.2.1')).status).toBe(400)
  })

  test('a person sees a page, and finishes with the same link afterwards', async () => {
    const world = await openBrokerWorld({ config: { limits: { ...NO_LIMITS, address: { burst: 1, perMinute: 60 } } } })
    const ticket = await beginAt(world, 'seller-eu')
    const refused = await world.get(redirect('seller-eu', ticket))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.text()).toContain('load this page again')
    world.clock.now += 1000
    expect((await world.get(redirect('seller-eu', ticket))).status).toBe(302)
  })

  test('health is answered whatever else is refused', async () => {
    const world = await openBrokerWorld({ config: { limits: { ...NO_LIMITS, address: { burst: 1, perMinute: 1 } } } })
    for (let turn = 0; turn < 5; turn += 1) expect((await world.get('/health')).status).toBe(200)
  })
})

describe('one device key', () => {
  test('waits its turn without spending its proof, its hand-off or a question to Amazon', async () => {
    const world = await openBrokerWorld({ config: { limits: { ...NO_LIMITS, device: { burst: 2, perMinute: 6 } } } })
    const sealed = await obtainSealed(world)
    const handoff = await obtainHandOff(world)
    expect((await world.post('/renew', await world.device.renewBody(sealed))).status).toBe(200)
    const [renewal, redemption] = [await world.device.renewBody(sealed), await world.device.redeemBody(handoff)]
    expect((await world.post('/renew', renewal)).status).toBe(429)
    expect(await (await world.post('/redeem', redemption)).json()).toEqual({ failure: 'busy', retryAfterSeconds: 10 })
    expect(world.asked).toHaveLength(2)
    world.clock.now += 20_000
    expect((await world.post('/renew', renewal)).status).toBe(200)
    expect((await world.post('/redeem', redemption)).status).toBe(200)
  })

  test('somebody who stole only the sealed credential cannot use up the owner’s turns', async () => {
    const world = await openBrokerWorld({ config: { limits: { ...NO_LIMITS, device: { burst: 2, perMinute: 1 } } } })
    const sealed = await obtainSealed(world)
    const thief = await makeDevice(() => world.clock.now)
    for (let turn = 0; turn < 5; turn += 1)
      expect(await failureOf(await world.post('/renew', await thief.renewBody(sealed)))).toBe('sealed-refused')
    expect((await world.post('/renew', await world.device.renewBody(sealed))).status).toBe(200)
  })
})

test('no more than the burst and the refill ever passes, and memory stays bounded', () => {
  const steps = fc.array(fc.record({ who: fc.integer({ min: 0, max: 3 }), wait: fc.integer({ min: 0, max: 9000 }) }), { maxLength: 300 })
  fc.assert(
    fc.property(steps, (uses) => {
      const limit = createRateLimit({ burst: 3, perMinute: 6, capacity: 4 })
      const passed = new Map<number, number>()
      let now = 0
      for (const { who, wait } of uses) {
        now += wait
        if (limit.take(String(who), now).ok) passed.set(who, (passed.get(who) ?? 0) + 1)
        expect(passed.get(who) ?? 0).toBeLessThanOrEqual(3 + now / 10_000)
        expect(limit.size()).toBeLessThanOrEqual(4)
      }
    }),
  )
})

test('beyond the capacity the one seen longest ago is forgotten, not the one that asks most', () => {
  const limit = createRateLimit({ burst: 1, perMinute: 1, capacity: 2 })
  limit.take('first', 0)
  limit.take('second', 0)
  expect(limit.take('first', 1).ok).toBe(false)
  limit.take('third', 2)
  expect(limit.take('first', 3).ok).toBe(false)
  expect(limit.size()).toBe(2)
})

test('a clock that goes back refills nothing', () => {
  const limit = createRateLimit({ burst: 1, perMinute: 60, capacity: 2 })
  limit.take('one', 10_000)
  expect(limit.take('one', 0)).toEqual({ ok: false, retryAfterSeconds: 1 })
})

describe('whose address counts', () => {
  test.each([
    ['the connection’s, where no proxy is configured', '192.0.2.9', '198.51.100.1', 0, '192.0.2.9'],
    ['the one our proxy saw', '10.0.0.1', '203.0.113.5, 198.51.100.1', 1, '198.51.100.1'],
    ['the one the outer of two proxies saw', '10.0.0.1', 'spoofed, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['the connection’s, when fewer proxies wrote than there are', '10.0.0.1', '198.51.100.1', 2, '10.0.0.1'],
    ['the address alone, where a proxy writes its port too', '10.0.0.1', '198.51.100.1:50123', 1, '198.51.100.1'],
    ['the same of IPv6', '10.0.0.1', '[2001:db8:1:2::9]:50123', 1, '2001:db8:1:2::/64'],
    ['IPv6 in brackets', '10.0.0.1', '[2001:db8:1:2::9]', 1, '2001:db8:1:2::/64'],
    ['the connection’s, when the header is noise', '10.0.0.1', '<b>', 1, '10.0.0.1'],
    ['the connection’s, without a header', '::ffff:192.0.2.7', null, 1, '192.0.2.7'],
    ['a whole /64 of IPv6', '2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
    ['the same /64, spelled shortly', '2001:DB8:1:2::9', null, 0, '2001:db8:1:2::/64'],
    ['a short IPv6', '::1', null, 0, '0:0:0:0::/64'],
    ['nobody’s', undefined, null, 0, 'unknown'],
  ])('%s', (_, remote, forwarded, proxies, address) => {
    expect(readAddressOf({ remote, forwarded, proxies })).toBe(address)
  })
})
