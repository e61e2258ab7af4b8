import { createHash, randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { KEY_BYTES } from './aes-sealer.ts'
import { readGuardedFile } from './read-guarded-file.ts'
import { replaceFile } from './replace-file.ts'

/** Key file of a data directory (given by its real path) in the directory of keys. */
export function keyFileFor(dataDirectory: string, keyDirectory: string): string {
  return path.join(keyDirectory, `${createHash('sha256').update(dataDirectory, 'utf8').digest('hex').slice(0, 32)}.key`)
}

/** A copied data directory must not carry its key along. */
export function isInside(file: string, directory: string): boolean {
  const way = path.relative(directory, file)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}

/** The key in the file; null when there is no file yet. */
export async function readKeyFile(file: string): Promise<Result<Uint8Array | null, string>> {
  const read = await readGuardedFile(file, 'key file')
  if (!read.ok) return read
  if (read.value === null) return ok(null)
  const hex = read.value.trim()
  return /^[0-9a-f]{64}$/.test(hex) ? ok(Buffer.from(hex, 'hex')) : err(`The key file ${file} does not hold a key.`)
}

export async function makeKeyFile(file: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await replaceFile(file, `${key.toString('hex')}\n`)
  return key
}
