import type { Instant } from '../../../shared/domain/ids.ts'
import { loginKindOf } from '../../../shared/domain/refusals/login-kind-of.ts'
import { observedCause } from '../../../shared/domain/refusals/observed-cause.ts'
import { sortAnswer } from '../../../shared/domain/refusals/sort-answer.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { SeenAnswer } from './capped-fetch.ts'
import { noAnswer, unreadableAnswer } from './no-answer.ts'

// Error words are ASCII without spaces (RFC 6749 §5.2); anything else is not repeated as evidence.
const ERROR_WORD = /^[A-Za-z_]{1,40}$/u

export interface LoginTroubleFound {
  readonly seen: SeenAnswer
  /** The OAuth error word, if the body was one. */
  readonly error: string | undefined
  readonly cause: unknown
  readonly signal: AbortSignal
  readonly now: Instant
}

/** What a failed renewal at Amazon's login endpoint means. */
export function sortLoginTrouble({ seen, error, cause, signal, now }: LoginTroubleFound): LoginTrouble {
  if (seen.status === null || signal.aborted) return noAnswer('login', signal, { cause, answered: seen.status !== null })
  const body = /html/i.test(seen.contentType) ? 'html' : 'json'
  const complaint = error === undefined ? null : { code: error, message: '', details: '' }
  const means = sortAnswer({ door: 'login-renewal', status: seen.status, body, error: complaint })
  if (means === 'fine') return unreadableAnswer('login')
  const evidence = `login ${seen.status} ${error !== undefined && ERROR_WORD.test(error) ? error : 'no error word'}`
  const kind = loginKindOf(means)
  if (kind !== 'amazon-trouble') return { kind, evidence, ...observedCause(means) }
  return { kind, evidence, ...observedCause(means), tryAgainAt: readRetryAfter(seen.retryAfter, now) }
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), at most a day ahead. */
function readRetryAfter(header: string | null, now: Instant): Instant | null {
  if (header === null) return null
  const at = /^\d{1,9}$/u.test(header) ? now + Number(header) * 1000 : Date.parse(header)
  return Number.isFinite(at) && at > now ? Math.min(at, now + 86_400_000) : null
}
