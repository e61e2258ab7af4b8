import { z } from 'zod'
import { publicKey } from './device-key.ts'

/** `typ` of a proof's protected header, so that no other signature of the device can be passed off as one. */
export const PROOF_TYPE = 'springline-proof'

/** How far a proof's time may lie from the broker's clock, either way. */
export const PROOF_LEEWAY_SECONDS = 300

/**
 * What a device signs (ES256; its public signing key travels in the protected header as `jwk`).
 * `body`: base64url SHA-256 of the request's content text, `at`: seconds since the epoch.
 */
export const proofClaims = z.strictObject({
  method: z.literal('POST'),
  origin: z.string().max(256),
  path: z.string().max(64),
  body: z.string().length(43),
  at: z.int().nonnegative(),
  nonce: z.string().regex(/^[\w-]{22,64}$/u),
  sealing: publicKey,
})
export type ProofClaims = z.infer<typeof proofClaims>

export const compactProof = z.string().min(1).max(4096)

/** The text a proof's `body` hash covers: every field but the proof, in a fixed order, unambiguous as JSON. */
export function proofContent(...fields: readonly string[]): string {
  return JSON.stringify(fields)
}
