import { CompactEncrypt, importJWK } from 'jose'
import type { PublicKey } from '../../shared/contract/broker/device-key.ts'

/** Encrypts an answer to the device's sealing key (JWE compact, ECDH-ES and A256GCM), so that a replay yields nothing. */
export async function sealAnswer(sealing: PublicKey, answer: object): Promise<string> {
  const key = await importJWK(sealing, 'ECDH-ES')
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(key)
}
