import type { Instant } from '../../../shared/domain/ids.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { sortLoginRefusal } from '../../../shared/lib/sort-login-refusal.ts'
import type { SeenAnswer } from './capped-fetch.ts'
import { noAnswer } from './no-answer.ts'

// Error words are ASCII without spaces (RFC 6749 §5.2); anything else is not repeated as evidence.
const ERROR_WORD = /^[A-Za-z_]{1,40}$/u

/** What a failed renewal at Amazon's login endpoint means. `error`: the OAuth error word, if the body was one. */
export function sortLoginTrouble(found: { seen: SeenAnswer; error: string | undefined; signal: AbortSignal; now: Instant }): LoginTrouble {
  const { seen, error } = found
  if (seen.status === null || found.signal.aborted || seen.status === 200) return noAnswer('login', found.signal, seen.status !== null)
  const evidence = `login ${seen.status} ${error !== undefined && ERROR_WORD.test(error) ? error : 'no error word'}`
  const kind = sortLoginRefusal('renewal', seen.status, error)
  if (kind !== 'amazon-trouble') return { kind, evidence }
  return { kind, evidence, tryAgainAt: readRetryAfter(seen.retryAfter, found.now) }
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), at most a day ahead. */
function readRetryAfter(header: string | null, now: Instant): Instant | null {
  if (header === null) return null
  const at = /^\d{1,9}$/u.test(header) ? now + Number(header) * 1000 : Date.parse(header)
  return Number.isFinite(at) && at > now ? Math.min(at, now + 86_400_000) : null
}
