import { createHash } from 'node:crypto'

/**
 * SHA-256 (hex) over the lines of one day, in an order of their own, so that neither the document's order nor SQLite's
 * collation matters. Sorts the array it is given.
 */
export function contentHash(lines: string[]): string {
  lines.sort()
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('hex')
}

/** Hash of a day without rows. */
export const EMPTY_HASH = contentHash([])
