import type { BrokerFailure, BrokerFailureCode } from '../../shared/contract/broker/answer.ts'
import type { LoginFailure } from '../amazon/ask-login.ts'

const STATUS: Readonly<Record<BrokerFailureCode, number>> = {
  'bad-request': 400,
  'handoff-refused': 400,
  'proof-refused': 401,
  'clock-wrong': 401,
  'code-refused': 400,
  'grant-refused': 400,
  'sealed-refused': 400,
  'publisher-problem': 409,
  'amazon-trouble': 502,
  busy: 503,
  internal: 500,
}

/** Repeats the closed code of the body, so that a log tells refusals of one status apart without reading bodies. */
export const FAILURE_HEADER = 'springline-failure'

/** A refusal is a closed code, at most with one of Amazon's closed words or a number: never free text of the request or of Amazon. */
export function refuse(failure: BrokerFailure): Response {
  return write(failure, STATUS[failure.failure])
}

/** What Amazon refused. */
export function refuseFor({ code, amazon, retryAfterSeconds }: LoginFailure): Response {
  return refuse({ failure: code, amazon, retryAfterSeconds })
}

/** The caller asked too often; nothing was done. */
export function refuseForNow(retryAfterSeconds: number): Response {
  return write({ failure: 'busy', retryAfterSeconds }, 429)
}

function write(failure: BrokerFailure, status: number): Response {
  const { retryAfterSeconds } = failure
  const wait = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  return Response.json(failure, { status, headers: { [FAILURE_HEADER]: failure.failure, ...wait } })
}
