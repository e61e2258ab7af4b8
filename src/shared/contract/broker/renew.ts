import { z } from 'zod'
import { compactProof, proofContent } from './proof.ts'

/** `POST /renew` asks for a new access credential. */
export const renewRequest = z.strictObject({
  sealed: z.string().min(1).max(8192),
  proof: compactProof,
})
export type RenewRequest = z.infer<typeof renewRequest>

export const RENEW_PATH = '/renew'

export function renewContent(request: Omit<RenewRequest, 'proof'>): string {
  return proofContent(request.sealed)
}

/** What the device reads after decrypting. `sealed` is wrapped with the broker's newest key: store it if it differs. */
export const renewed = z.object({
  nonce: z.string(),
  clientId: z.string().min(1),
  access: z.string().min(1),
  accessEndsInSeconds: z.int().positive(),
  sealed: z.string().min(1),
})
export type Renewed = z.infer<typeof renewed>
