import { createHash } from 'node:crypto'
import type { Random } from '../../src/main/core/ports/random.ts'

/** The same seed gives the same bytes, ids and fractions in the same order; hashes are real. */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: 32 bits of state are plenty for tests, and every seed (also 0) works.
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(fraction() * 256))
  const base64url = (value: Uint8Array) => Buffer.from(value).toString('base64url')
  return {
    fraction,
    bytes,
    base64url,
    id: (prefix) => `${prefix}_${base64url(bytes(16))}`,
    sha256: (text) => new Uint8Array(createHash('sha256').update(text, 'utf8').digest()),
  }
}
