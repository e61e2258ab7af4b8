import { randomBytes, timingSafeEqual } from 'node:crypto'

/** A boot token opens the window once within this time; then a new one must be minted. */
const TOKEN_LIFE_MS = 60_000

export interface BootTokens {
  readonly mint: () => string
  /** True exactly once per minted token, within its minute. */
  readonly spend: (token: string) => boolean
}

/** One-time tokens (32 random bytes) that turn a link into a session; compared in constant time. */
export function createBootTokens(now: () => number): BootTokens {
  let minted: { readonly bytes: Buffer; readonly until: number }[] = []
  return {
    mint() {
      const bytes = randomBytes(32)
      minted = [...minted.filter((one) => one.until > now()), { bytes, until: now() + TOKEN_LIFE_MS }].slice(-8)
      return bytes.toString('base64url')
    },
    spend(token) {
      const given = Buffer.from(token, 'base64url')
      const found = minted.find((one) => given.length === one.bytes.length && timingSafeEqual(given, one.bytes))
      if (!found) return false
      minted = minted.filter((one) => one !== found)
      return found.until > now()
    },
  }
}
