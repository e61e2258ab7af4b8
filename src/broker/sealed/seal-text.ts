import { CompactEncrypt, compactDecrypt } from 'jose'
import { z } from 'zod'
import { type Result, err, ok } from '../../shared/lib/result.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { readCompact } from './read-compact.ts'

const header = z.strictObject({
  alg: z.literal('dir'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  typ: z.string(),
})

/** `unknown-key`: well formed, but sealed by a key this broker does not hold. `damaged`: everything else. */
export type OpenTrouble = 'unknown-key' | 'damaged'

/** `keyId` names the key of the ring that had sealed the text. */
export interface Opened {
  readonly text: string
  readonly keyId: string
}

/** Encrypts a text with the ring's newest key (JWE compact, dir and A256GCM). */
export async function sealText(ring: KeyRing, text: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: ring.newest.id, typ: ring.purpose })
    .encrypt(ring.newest.bytes)
}

/** Opens what any key of the ring has sealed, as long as it was sealed for the ring's purpose. */
export async function openSealed(ring: KeyRing, sealed: string): Promise<Result<Opened, OpenTrouble>> {
  const read = readCompact(sealed, 5, header)
  if (read === undefined || read.typ !== ring.purpose) return err('damaged')
  const key = ring.find(read.kid)
  if (key === undefined) return err('unknown-key')
  try {
    const { plaintext } = await compactDecrypt(sealed, key.bytes, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return ok({ text: new TextDecoder().decode(plaintext), keyId: read.kid })
  } catch {
    return err('damaged')
  }
}
