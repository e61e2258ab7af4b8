import { z } from 'zod'
import { issuerName } from '../../shared/contract/broker/issuer.ts'
import { type Result, ok } from '../../shared/lib/result.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { type OpenTrouble, openSealed, sealText } from './seal-text.ts'

/** A refresh credential that only the broker can use, for one device key and one issuer. */
const sealedCredential = z.strictObject({ refresh: z.string().min(1), device: z.string(), issuer: issuerName })
export type SealedCredential = z.infer<typeof sealedCredential>

/** Always with the newest key. */
export async function sealCredential(ring: KeyRing, credential: SealedCredential): Promise<string> {
  return sealText(ring, JSON.stringify(credential))
}

/** What was sealed, and whether with the newest key: if not, it is sealed anew, so that old keys can be retired. */
export interface OpenedCredential {
  readonly credential: SealedCredential
  readonly isNewest: boolean
}

export async function openCredential(ring: KeyRing, sealed: string): Promise<Result<OpenedCredential, OpenTrouble>> {
  const opened = await openSealed(ring, sealed)
  if (!opened.ok) return opened
  const { text, keyId } = opened.value
  return ok({ credential: sealedCredential.parse(JSON.parse(text)), isNewest: keyId === ring.newest.id })
}
