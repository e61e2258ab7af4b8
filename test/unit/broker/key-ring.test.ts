import { expect, test } from 'vitest'
import { type KeyPurpose, openKeyRing } from '../../../src/broker/keys/key-ring.ts'
import { openSealed, sealText } from '../../../src/broker/sealed/seal-text.ts'
import { makeKey } from './broker-world.ts'

const PURPOSES: readonly KeyPurpose[] = ['ticket', 'handoff', 'sealed-credential']

test('each purpose has keys of its own, and none is the configured one', () => {
  const key = makeKey('k1')
  const derived = PURPOSES.map((purpose) => Buffer.from(openKeyRing([key], purpose).newest.bytes).toString('hex'))
  expect(new Set([...derived, Buffer.from(key.bytes).toString('hex')]).size).toBe(4)
})

test('what was sealed for one purpose opens for no other, even with the same key bytes', async () => {
  const handoff = openKeyRing([makeKey('k1')], 'handoff')
  const sealed = await sealText(handoff, 'text')
  expect(await openSealed(handoff, sealed)).toEqual({ ok: true, value: { text: 'text', keyId: 'k1' } })
  expect(await openSealed({ ...handoff, purpose: 'sealed-credential' }, sealed)).toEqual({ ok: false, error: 'damaged' })
})

test('a ring without keys cannot be opened', () => {
  expect(() => openKeyRing([], 'ticket')).toThrow('empty')
})
