import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from './app.ts'

/** The key lies in `userData`, so that it is there again after a restart: a stand for the desktop's key store. */
function key(): Buffer {
  const file = join(app.getPath('userData'), 'electron-double-key')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => process.env['ELECTRON_DOUBLE_KEYSTORE'] ?? 'gnome_libsecret',
  async encryptStringAsync(text: string): Promise<Buffer> {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), nonce)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const opener = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12))
    opener.setAuthTag(sealed.subarray(12, 28))
    return { result: Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString('utf8'), shouldReEncrypt: false }
  },
}
