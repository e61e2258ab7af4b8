import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { type SellingAnswer, looksLikeJson } from './answer.ts'
import { type SellingError, readSellingError } from './read-errors.ts'

type Untimed = Exclude<CallTrouble['kind'], 'throttled'>

/** `revoked-or-elsewhere` is Amazon's word for both a dead credential and one of another region or application. */
export type SellingVerdict = { readonly kind: 'fine' | 'throttled' | 'revoked-or-elsewhere' | Untimed; readonly evidence: string }

/**
 * Sorts an answer by docs/amazon.md §2.4: status first, then Amazon's own error shape, then its details. Words that do not
 * come in that shape are never taken for a refusal. Evidence: status, code and request id, nothing else.
 */
export function classifySellingAnswer(answer: SellingAnswer): SellingVerdict {
  const error = answer.status < 400 ? null : readSellingError(answer)
  return { kind: verdictFor(answer, error), evidence: evidenceOf(answer, error) }
}

/** Statuses that mean one thing, whatever the body says. A proxy's 407 and a portal's 511 never come from Amazon. */
const ALWAYS: ReadonlyMap<number, SellingVerdict['kind']> = new Map([
  [407, 'offline'],
  [413, 'bad-request'],
  [414, 'bad-request'],
  [415, 'bad-request'],
  [429, 'throttled'],
  [511, 'offline'],
])

/** Statuses that mean this only when Amazon's own error comes with them. */
const WITH_ERROR: ReadonlyMap<number, SellingVerdict['kind']> = new Map([
  [400, 'bad-request'],
  [404, 'not-found'],
  [405, 'bad-request'],
  [406, 'bad-request'],
  [409, 'bad-request'],
  [410, 'bad-request'],
  [422, 'bad-request'],
])

function verdictFor(answer: SellingAnswer, error: SellingError | null): SellingVerdict['kind'] {
  const { status } = answer
  const group = Math.floor(status / 100)
  if (group === 2) return successKind(answer)
  // A redirect to the log-on page of a hotel's network: Amazon's API never redirects.
  if (group === 3) return 'offline'
  const always = ALWAYS.get(status)
  if (always !== undefined) return always
  if (error === null) return 'amazon-trouble'
  if (status === 401 || status === 403) return denialKind(error)
  return WITH_ERROR.get(status) ?? 'amazon-trouble'
}

/** A portal answers 200 with a page of its own. */
function successKind(answer: SellingAnswer): SellingVerdict['kind'] {
  if (looksLikeJson(answer)) return 'fine'
  return /html/i.test(answer.contentType) ? 'offline' : 'amazon-trouble'
}

const DENIALS: readonly (readonly [RegExp, SellingVerdict['kind']])[] = [
  [/LWA secret token you provided has expired/i, 'application-credential-ended'],
  [/access token is missing/i, 'bad-request'],
  [/access token you provided has expired/i, 'access-ended'],
  [/revoked, malformed or invalid/i, 'revoked-or-elsewhere'],
  // May 2023: told to everybody for 25 minutes while nothing was wrong with any grant (docs/amazon.md §2.4).
  [/security token .*expired/i, 'amazon-trouble'],
  [/suspend|deactivat/i, 'account-problem'],
]

/** Empty details mean a missing permission; details nobody knows are Amazon's trouble until somebody has read the log. */
function denialKind({ message, details }: SellingError): SellingVerdict['kind'] {
  const known = DENIALS.find(([words]) => words.test(details)) ?? DENIALS.find(([words]) => words.test(message))
  if (known) return known[1]
  return details.trim() === '' ? 'permission-missing' : 'amazon-trouble'
}

function evidenceOf({ status, requestId, errorType }: SellingAnswer, error: SellingError | null): string {
  const parts = [String(status), plain(error?.code), plain(errorType), plain(requestId)]
  return parts.filter((part) => part !== '').join(' ')
}

/** Header and body text goes on only when it is a plain name or id. */
function plain(text: string | null | undefined): string {
  const name = (text ?? '').split(':')[0] ?? ''
  return /^[A-Za-z0-9_-]{1,64}$/.test(name) ? name : ''
}
