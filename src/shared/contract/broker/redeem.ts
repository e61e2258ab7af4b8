import { z } from 'zod'
import { compactProof, proofContent } from './proof.ts'

/** `POST /redeem` turns a hand-off into credentials. `verifier`: RFC 7636, 43 to 128 characters. */
export const redeemRequest = z.strictObject({
  handoff: z.string().min(1).max(4096),
  verifier: z.string().regex(/^[\w.~-]{43,128}$/u),
  proof: compactProof,
})
export type RedeemRequest = z.infer<typeof redeemRequest>

export const REDEEM_PATH = '/redeem'

export function redeemContent(request: Omit<RedeemRequest, 'proof'>): string {
  return proofContent(request.handoff, request.verifier)
}

/**
 * What the device reads after decrypting. `sealed` is the refresh credential that only the broker can open.
 * `nonce` repeats the proof's, so an answer to another request is not taken for this one's. `clientId` is no secret:
 * advertising calls name it.
 */
export const redeemed = z.object({
  nonce: z.string(),
  clientId: z.string().min(1),
  access: z.string().min(1),
  accessEndsInSeconds: z.int().positive(),
  sealed: z.string().min(1),
  sellingPartnerId: z.string().optional(),
  scope: z.string().optional(),
})
export type Redeemed = z.infer<typeof redeemed>
