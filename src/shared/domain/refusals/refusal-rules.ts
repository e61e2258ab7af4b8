import type { Door, HeardAnswer } from './heard-answer.ts'
import type { Meaning } from './meaning.ts'

/** One row of the table. A part left out matches everything; the first row that matches decides. */
export interface RefusalRule {
  readonly doors?: readonly Door[]
  /** Exact statuses, or hundreds as `4xx`. */
  readonly status: readonly (number | `${1 | 2 | 3 | 4 | 5}xx`)[]
  readonly body?: HeardAnswer['body']
  /** Amazon's own error must come with it: words from a proxy's page are never taken for a refusal. */
  readonly said?: 'anything' | { readonly code: RegExp } | { readonly words: RegExp } | 'no details'
  readonly means: Meaning
}

const LOGIN = ['login-code', 'login-renewal'] as const
const SELLING = ['selling'] as const
const ADS = ['advertising'] as const
const DATA = ['selling', 'advertising'] as const
const DENIED = [401, 403] as const

/** Whoever was asked: networks answer in Amazon's place, and overload is told by status alone. */
const EVERYWHERE: readonly RefusalRule[] = [
  // Amazon never redirects a call; a hotel's network does, or answers with a page of its own.
  { status: ['3xx', 511], means: 'captive-portal' },
  { status: ['2xx'], body: 'html', means: 'captive-portal' },
  { status: ['2xx'], body: 'json', means: 'fine' },
  // What is cancelled is answered without a word.
  { doors: SELLING, status: [204], body: 'other', means: 'fine' },
  { status: ['1xx', '2xx'], means: 'amazon-trouble' },
  { status: [407], means: 'network-blocks-amazon' },
  { status: [429], means: 'throttled' },
  { status: ['5xx'], means: 'amazon-trouble' },
]

/** docs/amazon.md §1.2. Status and word together, and a renewal alone can say anything about a grant. */
const OF_LOGIN: readonly RefusalRule[] = [
  { doors: ['login-renewal'], status: [400], said: { code: /^invalid_grant$/ }, means: 'grant-withdrawn-or-changed' },
  { doors: ['login-code'], status: [400], said: { code: /^invalid_grant$/ }, means: 'code-refused' },
  { doors: LOGIN, status: [400, 401], said: { code: /^invalid_client$/ }, means: 'application-key-refused' },
  { doors: LOGIN, status: [400], said: { code: /^unauthorized_client$/ }, means: 'application-not-allowed' },
  { doors: LOGIN, status: [400], said: { code: /^(invalid_request|invalid_scope|unsupported_grant_type)$/ }, means: 'request-refused' },
]

/** docs/amazon.md §2.4: a 403 is sorted by its words, a 401 like it. Details nobody knows stay Amazon's trouble. */
const OF_SELLING: readonly RefusalRule[] = [
  { doors: SELLING, status: DENIED, said: { words: /LWA secret token you provided has expired/i }, means: 'application-key-ended' },
  { doors: SELLING, status: DENIED, said: { words: /access token is missing/i }, means: 'request-refused' },
  { doors: SELLING, status: DENIED, said: { words: /access token you provided has expired/i }, means: 'access-ended' },
  { doors: SELLING, status: DENIED, said: { words: /revoked, malformed or invalid/i }, means: 'revoked-or-elsewhere' },
  // May 2023: told to everybody for 25 minutes while nothing was wrong with any grant.
  { doors: SELLING, status: DENIED, said: { words: /security token .*expired/i }, means: 'amazon-trouble' },
  { doors: SELLING, status: DENIED, said: { words: /suspend|deactivat/i }, means: 'account-problem' },
  { doors: SELLING, status: DENIED, said: 'no details', means: 'permission-missing' },
]

/** docs/amazon.md §1.8: most 401 mean an ended credential; those about the scope mean that this profile is not theirs. */
const OF_ADS: readonly RefusalRule[] = [
  { doors: ADS, status: [425], means: 'already-running' },
  { doors: ADS, status: [401], said: { words: /scope header is missing/i }, means: 'request-refused' },
  {
    doors: ADS,
    status: [401],
    said: { words: /no matching advertiser|not authorized to (access scope|(manage|access) this profile)/i },
    means: 'ads-profile-missing',
  },
  { doors: ADS, status: [401], said: 'anything', means: 'access-ended' },
  { doors: ADS, status: [403], said: 'anything', means: 'permission-missing' },
]

const OF_REQUESTS: readonly RefusalRule[] = [
  { doors: DATA, status: [413, 414, 415], means: 'request-refused' },
  { doors: DATA, status: [404], said: 'anything', means: 'not-found' },
  { doors: DATA, status: [400, 405, 406, 409, 410, 422], said: 'anything', means: 'request-refused' },
]

/** Every refusal Springline tells apart, in the order they are looked for. What no row knows is Amazon's trouble. */
export const REFUSAL_RULES: readonly RefusalRule[] = [...EVERYWHERE, ...OF_LOGIN, ...OF_SELLING, ...OF_ADS, ...OF_REQUESTS]
