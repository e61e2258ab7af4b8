import { type JWK, exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { Secret } from '../../../shared/lib/secret.ts'
import type { DeviceKeyEntry } from '../../core/ports/vault.ts'
import { type DeviceKey, type PublicKey, publicKey } from '../../../shared/contract/broker/device-key.ts'

/** Makes the device's two P-256 key pairs: one signs proofs, the other opens answers. */
export async function makeDeviceKeys(): Promise<DeviceKeyEntry> {
  const signing = await generateKeyPair('ES256', { extractable: true })
  const sealing = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  return {
    kind: 'device-key',
    signing: new Secret(JSON.stringify(await exportJWK(signing.privateKey))),
    sealing: new Secret(JSON.stringify(await exportJWK(sealing.privateKey))),
  }
}

const privateKey = publicKey.extend({ d: z.string().length(43) })

/** Reads a private key of the vault's entry; throws when the entry is not one, because the vault had authenticated it. */
export function readPrivateKey(secret: Secret): JWK {
  return privateKey.parse(JSON.parse(secret.reveal()))
}

/** The public half of both keys, as it goes to the broker. */
export function readDeviceKey(entry: DeviceKeyEntry): DeviceKey {
  return { signing: publicHalf(entry.signing), sealing: publicHalf(entry.sealing) }
}

function publicHalf(secret: Secret): PublicKey {
  const { kty, crv, x, y } = privateKey.parse(JSON.parse(secret.reveal()))
  return { kty, crv, x, y }
}
