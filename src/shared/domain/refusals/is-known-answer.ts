import { isAbout, isSaid } from './sort-answer.ts'
import type { Door, HeardAnswer } from './heard-answer.ts'
import { REFUSAL_RULES } from './refusal-rules.ts'

/**
 * Codes that Amazon is known to answer with. docs/amazon.md §1.2 (login, RFC 6749 §5.2), §1.8 (advertising, which also says the
 * status in the place of a code) and §2.4 (selling).
 */
const OF_LOGIN = /^(invalid_grant|invalid_client|unauthorized_client|invalid_request|invalid_scope|unsupported_grant_type|server_error)$/
const CODES: Readonly<Record<Door, RegExp>> = {
  'login-code': OF_LOGIN,
  'login-renewal': OF_LOGIN,
  selling:
    /^(InvalidInput|InvalidRequest|BadRequest|Unauthorized|AccessDenied|Forbidden|MissingAuthenticationToken|NotFound|ResourceNotFound|QuotaExceeded|TooManyRequests|RequestEntityTooLarge|UnsupportedMediaType|InternalFailure|InternalError|ServiceUnavailable)$/,
  advertising:
    /^(\d{3}|UNAUTHORIZED|ACCESS_DENIED|FORBIDDEN|NOT_FOUND|INVALID_ARGUMENT|BAD_REQUEST|UNSUPPORTED_MEDIA_TYPE|THROTTLED|TOO_MANY_REQUESTS|INTERNAL|INTERNAL_ERROR|INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE)$/,
}

/**
 * False for a refusal that the table has no row for, and for one that only its status sorts: an error body in another
 * shape, or with a code nobody has seen. What it means is still decided by the table.
 */
export function isKnownAnswer(answer: HeardAnswer): boolean {
  if (answer.status < 400) return true
  const rule = REFUSAL_RULES.find((one) => isAbout(one, answer) && isSaid(one.said, answer.error))
  if (rule === undefined) return false
  if (answer.body !== 'json') return true
  return answer.error !== null && CODES[answer.door].test(answer.error.code)
}
