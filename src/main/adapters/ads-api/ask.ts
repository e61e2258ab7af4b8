import { observedCause } from '../../../shared/domain/refusals/observed-cause.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Caller } from '../../core/ports/selling-api.ts'
import type { AdsAnswer } from './answer.ts'
import { type AdsVerdict, classifyAdsAnswer } from './classify-ads-answer.ts'
import { fetchAnswer } from './fetch-answer.ts'
import type { Holds } from './holds.ts'
import type { AdsWorld } from './world.ts'

export interface Asking {
  readonly world: AdsWorld
  readonly holds: Holds
}

export interface AdsCall {
  readonly operation: string
  readonly path: string
  /** Null for calls that are about no profile in particular. */
  readonly profileId: string | null
  /** Sent by POST; a call without one is a GET. */
  readonly order?: { readonly contentType: string; readonly body: unknown }
}

type Good = { readonly kind: 'fine'; readonly evidence: string } | Extract<AdsVerdict, { readonly kind: 'duplicate' }>

export type Answered = AdsAnswer & { readonly verdict: Good }

/** Asks once, unless a 429 still holds this operation back; sorts the answer. */
export async function ask(asking: Asking, caller: Caller, call: AdsCall): Promise<Result<Answered, CallTrouble>> {
  const { world, holds } = asking
  const key = `${caller.region} ${caller.bucketKey} ${call.operation}`
  if (caller.signal?.aborted) return err({ kind: 'offline', evidence: 'stopped' })
  const tryAgainAt = holds.standing(key)
  if (tryAgainAt !== null) return err({ kind: 'throttled', tryAgainAt })
  const url = world.endpoints[caller.region].api.replace(/\/$/, '') + call.path
  const answer = await fetchAnswer((signal) => world.fetch(url, { ...requestOf(world, caller, call), signal }), caller.signal)
  if (!answer.ok) {
    world.log.write('warn', 'ads-call-failed', { operation: call.operation, kind: answer.error.kind })
    return answer
  }
  const verdict = classifyAdsAnswer(answer.value)
  if (verdict.kind === 'throttled') return err({ kind: 'throttled', tryAgainAt: holds.begin(key, answer.value.retryAfter) })
  holds.end(key)
  if (verdict.kind === 'duplicate') return ok({ ...answer.value, verdict })
  if (verdict.kind === 'fine') return ok({ ...answer.value, verdict: { kind: 'fine', evidence: verdict.evidence } })
  world.log.write('warn', 'ads-call-refused', { operation: call.operation, kind: verdict.kind, evidence: verdict.evidence })
  return err({ kind: verdict.kind, evidence: verdict.evidence, ...observedCause(verdict.means) })
}

function requestOf(world: AdsWorld, caller: Caller, { profileId, order }: AdsCall): RequestInit {
  const headers = {
    authorization: `Bearer ${caller.access.access.reveal()}`,
    'amazon-advertising-api-clientid': caller.access.clientId,
    ...(profileId === null ? {} : { 'amazon-advertising-api-scope': profileId }),
    'user-agent': world.userAgent,
  }
  // A redirect would carry the credential to an address nobody chose.
  if (order === undefined) return { method: 'GET', headers: { ...headers, accept: '*/*' }, redirect: 'manual' }
  return {
    method: 'POST',
    headers: { ...headers, accept: '*/*', 'content-type': order.contentType },
    body: JSON.stringify(order.body),
    redirect: 'manual',
  }
}
