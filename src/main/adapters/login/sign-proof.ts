import { CompactSign, importJWK } from 'jose'
import { PROOF_TYPE, type ProofClaims } from '../../../shared/contract/broker/proof.ts'
import type { DeviceKeyEntry } from '../../core/ports/vault.ts'
import { readDeviceKey, readPrivateKey } from './device-key.ts'

/** Signs one request with the device key. The public keys travel in the proof; the broker compares their name. */
export async function signProof(device: DeviceKeyEntry, claims: Omit<ProofClaims, 'sealing'>): Promise<string> {
  const { signing, sealing } = readDeviceKey(device)
  const payload: ProofClaims = { ...claims, sealing }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: PROOF_TYPE, jwk: { ...signing } })
    .sign(await importJWK(readPrivateKey(device.signing), 'ES256'))
}
