// Crockford's base32: no I, L, O or U, so that nobody misreads a letter for a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 6

/**
 * The short code of an attempt: six characters that the app and the broker's page both show, so that a person sees
 * that the page belongs to the attempt begun in front of them. `sha256` hashes UTF-8 text to 32 bytes.
 */
export function shortCode(challenge: string, sha256: (text: string) => Uint8Array): string {
  const digest = sha256(`springline short code\n${challenge}`)
  let code = ''
  for (let index = 0; index < LENGTH; index += 1) code += ALPHABET[(digest[index] ?? 0) & 31] ?? ''
  return code
}
