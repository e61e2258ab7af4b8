import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, as base64url without padding (43 characters). */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url')
}
