import { z } from 'zod'

// 32 bytes in base64url without padding. The last of 43 characters carries four bits, so its two low bits are zero.
const COORDINATE = /^[\w-]{42}[AEIMQUYcgkosw048]$/u

/** A public P-256 key. Strict: a key that carries its private part (`d`) is refused, not quietly trimmed. */
export const publicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(COORDINATE),
  y: z.string().regex(COORDINATE),
})
export type PublicKey = z.infer<typeof publicKey>

/** The public half of a device key: `signing` checks proofs (ES256), `sealing` encrypts answers (ECDH-ES). */
export const deviceKey = z.strictObject({ signing: publicKey, sealing: publicKey })
export type DeviceKey = z.infer<typeof deviceKey>

/**
 * The text whose SHA-256 names a device key: members in the order of RFC 7638, one line for each of the two keys,
 * so that neither key can be exchanged without changing the name.
 */
export function deviceKeyText(key: DeviceKey): string {
  return [key.signing, key.sealing].map(canonical).join('\n')
}

function canonical(key: PublicKey): string {
  return JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x, y: key.y })
}
