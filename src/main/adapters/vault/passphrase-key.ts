import { scrypt } from 'node:crypto'
import type { Secret } from '../../../shared/lib/secret.ts'
import { KEY_BYTES } from './aes-sealer.ts'

/** OWASP's password storage sheet asks for at least this much; one try takes about half a second and 128 MiB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

/** Makes the vault's key from a passphrase. Composed and decomposed spellings of a letter make the same key. */
export function makePassphraseKey(passphrase: Secret, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.reveal().normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
