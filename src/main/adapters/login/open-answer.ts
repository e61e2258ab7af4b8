import { compactDecrypt, importJWK } from 'jose'
import type { z } from 'zod'
import { sealedAnswer } from '../../../shared/contract/broker/answer.ts'
import type { DeviceKeyEntry } from '../../core/ports/vault.ts'
import { readPrivateKey } from './device-key.ts'

/** Decrypts the broker's answer to this very request; nothing when it is for another device, another nonce, or unreadable. */
export async function openAnswer<Answer extends { nonce: string }>(
  body: unknown,
  order: { device: DeviceKeyEntry; nonce: string; schema: z.ZodType<Answer> },
): Promise<Answer | undefined> {
  const sealed = sealedAnswer.safeParse(body)
  if (!sealed.success) return undefined
  const key = await importJWK(readPrivateKey(order.device.sealing), 'ECDH-ES')
  try {
    const { plaintext } = await compactDecrypt(sealed.data.answer, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const answer = order.schema.parse(JSON.parse(new TextDecoder().decode(plaintext)))
    return answer.nonce === order.nonce ? answer : undefined
  } catch {
    return undefined
  }
}
