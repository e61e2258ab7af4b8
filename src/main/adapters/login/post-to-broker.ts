import { type BrokerFailure, brokerFailure } from '../../../shared/contract/broker/answer.ts'
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
  let answered = false
  try {
    const answer = await post.fetch(post.origin + post.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(post.body),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal,
    })
    answered = true
    const body: unknown = JSON.parse(await readCapped(answer))
    if (answer.status === 200) return { kind: 'answered', body }
    return { kind: 'refused', failure: brokerFailure.parse(body) }
  } catch {
    return { kind: 'no-answer', trouble: noAnswer('broker', signal, answered) }
  }
}
