import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNonceSet } from '../../../src/broker/proof/nonce-set.ts'

test('a nonce is taken once until its time is over', () => {
  const nonces = createNonceSet({ lifetimeMs: 1000, capacity: 10 })
  expect(nonces.take('a', 0)).toBe('taken')
  expect(nonces.take('a', 999)).toBe('repeated')
  expect(nonces.take('a', 1000)).toBe('taken')
})

test('a full set refuses rather than forgets, and recovers when the oldest end', () => {
  const nonces = createNonceSet({ lifetimeMs: 1000, capacity: 2 })
  nonces.take('a', 0)
  nonces.take('b', 500)
  expect(nonces.take('c', 600)).toBe('full')
  expect(nonces.take('a', 600)).toBe('repeated')
  expect(nonces.take('c', 1000)).toBe('taken')
})

test('what was given back can be taken again', () => {
  const nonces = createNonceSet({ lifetimeMs: 1000, capacity: 2 })
  nonces.take('a', 0)
  nonces.release('a')
  expect(nonces.take('a', 1)).toBe('taken')
})

test('nothing is ever taken twice within its time, and the size stays bounded', () => {
  const uses = fc.array(fc.record({ nonce: fc.integer({ min: 0, max: 20 }), wait: fc.integer({ min: 0, max: 400 }) }), { maxLength: 200 })
  fc.assert(
    fc.property(uses, (steps) => {
      const nonces = createNonceSet({ lifetimeMs: 1000, capacity: 8 })
      const taken = new Map<number, number>()
      let now = 0
      for (const { nonce, wait } of steps) {
        now += wait
        if (nonces.take(String(nonce), now) !== 'taken') continue
        expect(now - (taken.get(nonce) ?? -1000)).toBeGreaterThanOrEqual(1000)
        expect(nonces.size()).toBeLessThanOrEqual(8)
        taken.set(nonce, now)
      }
    }),
  )
})
