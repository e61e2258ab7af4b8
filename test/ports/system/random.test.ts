import { describe, expect, test } from 'vitest'
import type { Random } from '../../../src/main/core/ports/random.ts'
import { createSystemRandom } from '../../../src/main/adapters/system/system-random.ts'
import { createSeededRandom } from '../../twins/random.ts'

const MANY = 2000

describe.each([
  ['seeded twin', () => createSeededRandom(7)],
  ['system', createSystemRandom],
] as const)('%s random', (_name, make: () => Random) => {
  test('ids carry their prefix, fit into an address and never repeat', () => {
    const random = make()
    const ids = Array.from({ length: MANY }, () => random.id('run'))
    expect(new Set(ids).size).toBe(MANY)
    for (const id of ids) expect(id).toMatch(/^run_[A-Za-z0-9_-]{22}$/)
  })

  test('fractions fill [0, 1) evenly', () => {
    const random = make()
    const parts = Array.from({ length: MANY }, () => random.fraction())
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...parts)).toBeLessThan(1)
    const mean = parts.reduce((sum, part) => sum + part, 0) / MANY
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
  })

  test('bytes have the asked length and differ', () => {
    const random = make()
    expect(random.bytes(32)).toHaveLength(32)
    expect(random.bytes(32)).not.toEqual(random.bytes(32))
  })

  test('hashes and base64url are the published ones', () => {
    const random = make()
    // RFC 7636, appendix B.
    const challenge = random.base64url(random.sha256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'))
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
    expect(random.base64url(Uint8Array.of(255))).toBe('_w')
  })
})

test('one seed tells one story', () => {
  const story = (seed: number) => {
    const random = createSeededRandom(seed)
    return [random.id('a'), random.fraction(), random.base64url(random.bytes(8))]
  }
  expect(story(1)).toEqual(story(1))
  expect(story(1)).not.toEqual(story(2))
})
