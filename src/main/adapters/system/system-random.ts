import { createHash, randomBytes } from 'node:crypto'
import type { Random } from '../../core/ports/random.ts'

const ID_BYTES = 16

/** Randomness and hashes of the platform's cryptography. */
export function createSystemRandom(): Random {
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    id: (prefix) => `${prefix}_${randomBytes(ID_BYTES).toString('base64url')}`,
    // 48 bits fit a double exactly, so the quotient never rounds up to 1.
    fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    sha256: (text) => new Uint8Array(createHash('sha256').update(text, 'utf8').digest()),
    base64url: (bytes) => Buffer.from(bytes).toString('base64url'),
  }
}
