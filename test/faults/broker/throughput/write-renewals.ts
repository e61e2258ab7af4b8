import { openKeyRing } from '../../../../src/broker/keys/key-ring.ts'
import { hashText } from '../../../../src/broker/proof/hash-text.ts'
import { sealCredential } from '../../../../src/broker/sealed/sealed-credential.ts'
import { deviceKey, deviceKeyText } from '../../../../src/shared/contract/broker/device-key.ts'
import { makeDevice } from '../../../unit/broker/test-device.ts'
import { ORIGIN } from '../broker-environment.ts'

const DEVICES = 50

/** Genuine renewals, one proof each, signed beforehand: the client's own cryptography is no part of a measurement. */
export async function writeRenewals(key: Uint8Array, count: number): Promise<string[]> {
  const ring = openKeyRing([{ id: 'k1', bytes: key }], 'sealed-credential')
  const owners = await Promise.all(
    Array.from({ length: DEVICES }, async () => {
      const device = await makeDevice(() => Date.now(), ORIGIN)
      const name = hashText(deviceKeyText(deviceKey.parse(device.publicKeys)))
      return { device, sealed: await sealCredential(ring, { refresh: `Atzr|${'r'.repeat(400)}`, device: name, issuer: 'seller-eu' }) }
    }),
  )
  const bodies: string[] = []
  while (bodies.length < count) {
    for (const { device, sealed } of owners) bodies.push(JSON.stringify(await device.renewBody(sealed)))
  }
  return bodies.slice(0, count)
}
