import type { BrokerFailure, BrokerFailureCode } from '../../shared/contract/broker/answer.ts'

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

/** A refusal is a closed code and at most a number: never a word of the request or of Amazon's answer. */
export function refuse(failure: BrokerFailure): Response {
  return Response.json(failure, { status: STATUS[failure.failure] })
}
