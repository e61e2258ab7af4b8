import { z } from 'zod'
import type { Sealer } from './sealer.ts'

/** A desktop's key store: the asynchronous part of Electron's safeStorage. */
export interface KeyStore {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<Decrypted>
  /** Linux only: which store the desktop offers, e.g. `gnome_libsecret` or `basic_text`. */
  getSelectedStorageBackend(): string
}

interface Decrypted {
  readonly result: string
  /** The store's key was rotated; the text should be sealed anew. */
  readonly shouldReEncrypt: boolean
}

const MARK = 'SPOS1'
const opened = z.strictObject({ name: z.string(), text: z.string() })

export interface OsSealer extends Sealer {
  /** True once after an entry was opened that the system wants sealed anew (its key was rotated). */
  wantsResealing(name: string): boolean
}

/**
 * Seals by the operating system's key store. The backend's name stands before the cipher text, because a desktop may
 * change it; the entry's name is sealed in, so that one file cannot stand in for another.
 */
export function createOsSealer(store: KeyStore, backend: string): OsSealer {
  const stale = new Set<string>()
  return {
    async seal(name, text) {
      const sealed = await store.encryptStringAsync(JSON.stringify({ name, text })).catch(away)
      return Buffer.concat([Buffer.from(`${MARK} ${backend}\n`), sealed])
    },
    async open(name, sealed) {
      const bytes = Buffer.from(sealed)
      const end = bytes.indexOf(0x0a)
      if (end < 0 || !bytes.subarray(0, end).toString('utf8').startsWith(`${MARK} `)) return null
      const answer = await decrypt(store, bytes.subarray(end + 1))
      const entry = answer === null ? null : readOpened(answer.result)
      if (answer === null || entry?.name !== name) return null
      if (answer.shouldReEncrypt) stale.add(name)
      return entry.text
    },
    wantsResealing: (name) => stale.delete(name),
  }
}

/** Null for a broken seal; a key store that is away right now is the disk's kind of trouble, never a broken seal. */
async function decrypt(store: KeyStore, sealed: Buffer): Promise<Decrypted | null> {
  try {
    return await store.decryptStringAsync(sealed)
  } catch (cause) {
    return (await store.isAsyncEncryptionAvailable()) ? null : away(cause)
  }
}

/** Carries a code like a disk's, so that the vault tells it as storage trouble. */
function away(cause: unknown): never {
  throw Object.assign(new Error('the key store does not answer', { cause }), { code: 'EKEYSTORE' })
}

function readOpened(text: string): z.infer<typeof opened> | null {
  try {
    return opened.parse(JSON.parse(text))
  } catch {
    return null
  }
}
