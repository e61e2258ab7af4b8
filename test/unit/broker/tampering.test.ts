import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginAt, failureOf, obtainHandOff, obtainSealed, openBrokerWorld, redirect } from './broker-world.ts'

const REPLACEMENTS = ['A', 'B', '-', '.', '=']

/** Every place, each with several other characters: also the spare bits of a segment's last character. */
function variants(text: string): string[] {
  return text
    .split('')
    .flatMap((old, at) =>
      [...REPLACEMENTS, nextOf(old)].filter((other) => other !== old).map((other) => text.slice(0, at) + other + text.slice(at + 1)),
    )
}

function nextOf(character: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return letters[(letters.indexOf(character) + 1) % letters.length] ?? 'A'
}

test('a ticket changed at any place is refused', async () => {
  const world = await openBrokerWorld()
  const ticket = await beginAt(world, 'seller-eu')
  for (const changed of variants(ticket)) {
    const response = await world.get(redirect('seller-eu', changed))
    expect(response.status, changed).toBe(400)
  }
})

test('a hand-off changed at any place is refused, and Amazon is never asked', async () => {
  const world = await openBrokerWorld()
  const handoff = await obtainHandOff(world)
  for (const changed of sample(variants(handoff))) {
    const response = await world.post('/redeem', await world.device.redeemBody(changed))
    expect(await failureOf(response), changed).toBe('handoff-refused')
  }
  expect(world.asked).toEqual([])
})

test('a sealed credential changed at any place is refused and never taken for a dead grant', async () => {
  const world = await openBrokerWorld()
  const sealed = await obtainSealed(world)
  for (const changed of sample(variants(sealed))) {
    const response = await world.post('/renew', await world.device.renewBody(changed))
    expect(['sealed-refused', 'publisher-problem'], changed).toContain(await failureOf(response))
  }
  expect(world.asked).toHaveLength(1)
})

test('a proof changed at any place is refused', async () => {
  const world = await openBrokerWorld()
  const { sealed, proof } = await world.device.renewBody(await obtainSealed(world))
  for (const changed of sample(variants(proof))) {
    expect(await failureOf(await world.post('/renew', { sealed, proof: changed })), changed).toBe('proof-refused')
  }
  expect(world.asked).toHaveLength(1)
})

test('no text of any kind is taken for a ticket, a hand-off or a sealed credential', async () => {
  const world = await openBrokerWorld()
  const part = fc.string({ unit: fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_'), maxLength: 40 })
  const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'))
  await fc.assert(
    fc.asyncProperty(text, async (forged) => {
      expect((await world.get(redirect('seller-eu', forged))).status).toBe(400)
      expect((await world.post('/redeem', await world.device.redeemBody(forged))).status).toBe(400)
      expect((await world.post('/renew', await world.device.renewBody(forged))).status).toBe(400)
    }),
    { numRuns: 100 },
  )
  expect(world.asked).toEqual([])
})

/** Signing a fresh proof for each of thousands takes long; every place is kept, one replacement each, and all the ends. */
function sample(all: string[]): string[] {
  const each = Math.floor(all.length / REPLACEMENTS.length)
  const step = Math.max(1, Math.round(all.length / each))
  return all.filter((_, index) => index % step === 0 || index > all.length - 12 || index < 12)
}
