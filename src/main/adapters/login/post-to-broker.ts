import { type BrokerFailure, brokerFailure } from '../../../shared/contract/broker/answer.ts'
import { loginKindOf } from '../../../shared/domain/refusals/login-kind-of.ts'
import { observedCause } from '../../../shared/domain/refusals/observed-cause.ts'
import { sortAnswer } from '../../../shared/domain/refusals/sort-answer.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { noAnswer } from './no-answer.ts'
import { LOGIN_TIMEOUT_MS } from './policy.ts'
import { readCapped } from './read-capped.ts'

/** `answered` carries a 200's body, not yet read by a schema. */
export type BrokerReply =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly failure: BrokerFailure }
  | { readonly kind: 'no-answer'; readonly trouble: LoginTrouble }

export interface BrokerPost {
  readonly fetch: typeof fetch
  readonly origin: string
  readonly path: string
  readonly body: object
  readonly signal: AbortSignal | undefined
}

/** Sends one JSON request to the broker. A redirect is never followed: the broker sends none, a portal does. */
export async function postToBroker(post: BrokerPost): Promise<BrokerReply> {
  const timeout = AbortSignal.timeout(LOGIN_TIMEOUT_MS)
  const signal = post.signal === undefined ? timeout : AbortSignal.any([timeout, post.signal])
  let heard: Response | null = null
  try {
    heard = await post.fetch(post.origin + post.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(post.body),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal,
    })
    const network = networkTrouble(heard)
    if (network !== null) return { kind: 'no-answer', trouble: network }
    const body: unknown = JSON.parse(await readCapped(heard))
    if (heard.status === 200) return { kind: 'answered', body }
    return { kind: 'refused', failure: brokerFailure.parse(body) }
  } catch (cause) {
    const isBrokers = heard !== null && !signal.aborted
    return {
      kind: 'no-answer',
      trouble: isBrokers ? brokersTrouble(heard) : noAnswer('broker', signal, { cause, answered: heard !== null }),
    }
  }
}

/** A portal or proxy that answers in the broker's place; null when it may be the broker itself. */
function networkTrouble({ status, headers, type }: Response): LoginTrouble | null {
  const body = /html/i.test(headers.get('content-type') ?? '') ? 'html' : 'json'
  // In a browser's own network a redirect that is not followed has no status.
  const means = sortAnswer({ door: 'login-renewal', status: type === 'opaqueredirect' ? 302 : status, body, error: null })
  return loginKindOf(means) === 'offline' ? { kind: 'offline', evidence: `broker: ${status}`, ...observedCause(means) } : null
}

/** The broker's machine answers, but not the broker: its publisher has to look. */
function brokersTrouble(heard: Response | null): LoginTrouble {
  return { kind: 'amazon-trouble', cause: 'broker-trouble', evidence: `broker: ${heard?.status ?? ''} unreadable answer`, tryAgainAt: null }
}
