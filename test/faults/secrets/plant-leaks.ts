import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENCODINGS, spellingsOf, type CanaryBook } from './canary-book.ts'

/** Known leaks: one secret in every spelling, hidden inside other bytes, and a file that everybody can read. Answers how many. */
export function plantLeaks(book: CanaryBook, data: string): number {
  const folder = join(data, 'planted')
  mkdirSync(folder, { mode: 0o700 })
  const secret = book.canaries.find((one) => /[^A-Za-z0-9]/.test(one.window))
  if (!secret) throw new Error('no secret to plant')
  for (const encoding of ENCODINGS) {
    for (const [index, bytes] of spellingsOf(secret.window, encoding).entries()) {
      const noise = Buffer.alloc(1001, index + 65)
      writeFileSync(join(folder, `${encoding}-${index}.bin`), Buffer.concat([noise, bytes, noise]), { mode: 0o600 })
    }
  }
  writeFileSync(join(folder, 'open.txt'), 'nothing')
  chmodSync(join(folder, 'open.txt'), 0o644)
  return ENCODINGS.length + 1
}
