import { sortSilence } from '../../../shared/domain/refusals/sort-silence.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { readCapped } from '../../../shared/lib/read-capped.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { SellingAnswer } from './answer.ts'

export interface Limits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

export type Fetched = SellingAnswer & { readonly rate: string | null }

/** Sends once and reads the whole answer, never more and never longer than the limits allow. */
export async function fetchAnswer(
  send: (signal: AbortSignal) => Promise<Response>,
  limits: Limits,
  stop: AbortSignal | undefined,
): Promise<Result<Fetched, CallTrouble>> {
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  const signal = stop === undefined ? timeout : AbortSignal.any([timeout, stop])
  let status: number | null = null
  try {
    const answer = await send(signal)
    status = answer.status
    const body = answer.body === null ? new Uint8Array(0) : await readCapped(answer.body, limits.maxBytes)
    return body === null ? err({ kind: 'bad-document', evidence: `${status} the answer is too long` }) : ok(fetched(answer, body))
  } catch (error) {
    if (stop?.aborted) return err({ kind: 'offline', evidence: 'stopped' })
    if (timeout.aborted) return err({ kind: 'amazon-trouble', evidence: 'no answer in time' })
    if (status !== null) return err({ kind: 'amazon-trouble', evidence: `${status} the answer was cut short` })
    const { cause, said } = sortSilence(error)
    return err({ kind: 'offline', cause, evidence: said })
  }
}

function fetched(answer: Response, body: Uint8Array): Fetched {
  const { status, headers } = answer
  return {
    status,
    body,
    contentType: headers.get('content-type') ?? '',
    requestId: headers.get('x-amzn-requestid'),
    errorType: headers.get('x-amzn-errortype'),
    rate: headers.get('x-amzn-ratelimit-limit'),
  }
}
