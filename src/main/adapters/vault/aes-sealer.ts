import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Sealer } from './sealer.ts'

const MARK = Buffer.from('SPV1')
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = MARK.length + NONCE_BYTES + TAG_BYTES
export const KEY_BYTES = 32

/** AES-256-GCM with a fresh nonce per sealing; layout: mark, nonce, tag, cipher text. The name is bound in. */
export function createAesSealer(key: Uint8Array): Sealer {
  if (key.byteLength !== KEY_BYTES) throw new Error('a vault key has 32 bytes')
  return {
    seal: async (name, text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name, 'utf8'))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body])
    },
    open: async (name, sealed) => {
      const bytes = Buffer.from(sealed)
      if (bytes.length < HEAD_BYTES || !bytes.subarray(0, MARK.length).equals(MARK)) return null
      const nonce = bytes.subarray(MARK.length, MARK.length + NONCE_BYTES)
      const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name, 'utf8'))
      opener.setAuthTag(bytes.subarray(MARK.length + NONCE_BYTES, HEAD_BYTES))
      try {
        return Buffer.concat([opener.update(bytes.subarray(HEAD_BYTES)), opener.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
