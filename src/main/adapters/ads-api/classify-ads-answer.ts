import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { type AdsAnswer, looksLikeJson } from './answer.ts'
import { type AdsError, readAdsError } from './read-ads-error.ts'

type Untimed = Exclude<CallTrouble['kind'], 'throttled'>

/** `duplicate`: the same report already runs, under this id where Amazon named it. */
export type AdsVerdict =
  | { readonly kind: 'fine' | 'throttled' | Untimed; readonly evidence: string }
  | { readonly kind: 'duplicate'; readonly reportId: string | null; readonly evidence: string }

/** Sorts an answer by docs/amazon.md §1.8. Evidence: status, code, request id, and the columns Amazon turned down. */
export function classifyAdsAnswer(answer: AdsAnswer): AdsVerdict {
  const error = answer.status < 400 ? null : readAdsError(answer)
  const evidence = evidenceOf(answer, error)
  if (answer.status === 425) return { kind: 'duplicate', reportId: runningReport(error?.words ?? ''), evidence }
  return { kind: verdictFor(answer, error), evidence }
}

type Simple = 'fine' | 'throttled' | Untimed

/** Statuses that mean one thing, whatever the body says. A proxy's 407 and a portal's 511 never come from Amazon. */
const ALWAYS: ReadonlyMap<number, Simple> = new Map([
  [407, 'offline'],
  [413, 'bad-request'],
  [414, 'bad-request'],
  [415, 'bad-request'],
  [429, 'throttled'],
  [511, 'offline'],
])

/** Statuses that mean this only when Amazon's own error comes with them. */
const WITH_ERROR: ReadonlyMap<number, Simple> = new Map([
  [400, 'bad-request'],
  [403, 'permission-missing'],
  [404, 'not-found'],
  [405, 'bad-request'],
  [406, 'bad-request'],
  [422, 'bad-request'],
])

function verdictFor(answer: AdsAnswer, error: AdsError | null): Simple {
  const { status } = answer
  const group = Math.floor(status / 100)
  if (group === 2) return successKind(answer)
  // A redirect to the log-on page of a hotel's network: Amazon's API never redirects.
  if (group === 3) return 'offline'
  const always = ALWAYS.get(status)
  if (always !== undefined) return always
  if (error === null) return 'amazon-trouble'
  if (status === 401) return unauthorizedKind(error.words)
  return WITH_ERROR.get(status) ?? 'amazon-trouble'
}

/** Most 401 mean an ended credential; those that name the scope mean that this profile is not for this person. */
const UNAUTHORIZED: readonly (readonly [RegExp, Untimed])[] = [
  [/scope header is missing/i, 'bad-request'],
  [/no matching advertiser/i, 'permission-missing'],
  [/not authorized to (access scope|manage this profile|access this profile)/i, 'permission-missing'],
]

function unauthorizedKind(words: string): Untimed {
  return UNAUTHORIZED.find(([shape]) => shape.test(words))?.[1] ?? 'access-ended'
}

function successKind(answer: AdsAnswer): 'fine' | 'offline' | 'amazon-trouble' {
  if (looksLikeJson(answer)) return 'fine'
  return /html/i.test(answer.contentType) ? 'offline' : 'amazon-trouble'
}

function runningReport(words: string): string | null {
  return /duplicate of\s*:?\s*([A-Za-z0-9-]{8,64})/i.exec(words)?.[1] ?? null
}

function evidenceOf({ status, requestId }: AdsAnswer, error: AdsError | null): string {
  const columns = status === 400 ? refusedColumns(error?.words ?? '') : ''
  return [String(status), plain(error?.code), columns, plain(requestId)].filter((part) => part !== '').join(' ')
}

/** One bad column fails a whole order, so its name is worth keeping; names only, whatever else the sentence says. */
function refusedColumns(words: string): string {
  const listed = /(?:invalid|unsupported|unknown)[^()[\]]*[([]([A-Za-z0-9_, ]{1,200})[)\]]/i.exec(words)?.[1]
  return listed === undefined ? '' : `columns: ${listed.trim()}`
}

function plain(text: string | null | undefined): string {
  return text !== null && text !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : ''
}
