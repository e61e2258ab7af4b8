import { sortSilence } from '../../../shared/domain/refusals/sort-silence.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { readCapped } from '../../../shared/lib/read-capped.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AdsAnswer } from './answer.ts'
import { MAX_BYTES, TIMEOUT_MS } from './policy.ts'

/** Sends once and reads the whole answer as text, never more and never longer than the limits allow. */
export async function fetchAnswer(
  send: (signal: AbortSignal) => Promise<Response>,
  stop: AbortSignal | undefined,
): Promise<Result<AdsAnswer, CallTrouble>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const signal = stop === undefined ? timeout : AbortSignal.any([timeout, stop])
  let status: number | null = null
  try {
    const answer = await send(signal)
    status = answer.status
    const body = answer.body === null ? new Uint8Array(0) : await readCapped(answer.body, MAX_BYTES)
    return body === null ? err({ kind: 'bad-document', evidence: `${status} the answer is too long` }) : ok(answerOf(answer, body))
  } catch (error) {
    if (stop?.aborted) return err({ kind: 'offline', evidence: 'stopped' })
    if (timeout.aborted) return err({ kind: 'amazon-trouble', evidence: 'no answer in time' })
    if (status !== null) return err({ kind: 'amazon-trouble', evidence: `${status} the answer was cut short` })
    const { cause, said } = sortSilence(error)
    return err({ kind: 'offline', cause, evidence: said })
  }
}

function answerOf({ status, headers }: Response, body: Uint8Array): AdsAnswer {
  return {
    status,
    text: new TextDecoder().decode(body),
    contentType: headers.get('content-type') ?? '',
    requestId: headers.get('x-amz-request-id') ?? headers.get('x-amzn-requestid'),
    retryAfter: headers.get('retry-after'),
  }
}
