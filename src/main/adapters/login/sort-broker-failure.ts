import type { BrokerFailure, BrokerFailureCode, LoginError } from '../../../shared/contract/broker/answer.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { observedCause } from '../../../shared/domain/refusals/observed-cause.ts'
import { sortAnswer } from '../../../shared/domain/refusals/sort-answer.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'

/** What was asked of the broker. */
export type BrokerQuestion = 'begin' | 'redeem' | 'renew'

/** What a code means whatever was asked. The rest is the publisher's to look into, unless the question says more. */
const ALWAYS: Readonly<Record<BrokerFailureCode, 'amazon-trouble' | 'publisher-problem'>> = {
  'amazon-trouble': 'amazon-trouble',
  busy: 'amazon-trouble',
  internal: 'amazon-trouble',
  'bad-request': 'publisher-problem',
  'handoff-refused': 'publisher-problem',
  'proof-refused': 'publisher-problem',
  'clock-wrong': 'publisher-problem',
  'code-refused': 'publisher-problem',
  'grant-refused': 'publisher-problem',
  'sealed-refused': 'publisher-problem',
  'publisher-problem': 'publisher-problem',
}

/** What the codes say of the cause; `publisher-problem` may be the app's key or the broker's own, unless Amazon's word comes with it. */
const CAUSES: Readonly<Record<BrokerFailureCode, Cause | null>> = {
  'amazon-trouble': 'amazon-trouble',
  busy: 'broker-trouble',
  internal: 'broker-trouble',
  'bad-request': 'request-refused',
  'handoff-refused': null,
  'proof-refused': 'request-refused',
  'clock-wrong': 'clock-wrong',
  'code-refused': null,
  'grant-refused': 'grant-withdrawn-or-changed',
  'sealed-refused': 'credentials-lost',
  'publisher-problem': 'application-key-refused',
}

type Sharper = Partial<Record<BrokerFailureCode, 'code-refused' | 'handoff-refused' | 'grant-refused'>>

/** Only Amazon's own refusal of a renewal is a refused grant. An attempt that went wrong is simply tried again. */
const BY_QUESTION: Readonly<Record<BrokerQuestion, Sharper>> = {
  begin: {},
  redeem: {
    'code-refused': 'code-refused',
    'handoff-refused': 'handoff-refused',
    'proof-refused': 'handoff-refused',
    'clock-wrong': 'handoff-refused',
  },
  renew: { 'grant-refused': 'grant-refused' },
}

/** What a broker's refusal means to the core. */
export function sortBrokerFailure(question: BrokerQuestion, failure: BrokerFailure, now: Instant): LoginTrouble {
  const word = wordOf(failure)
  const evidence = `broker ${question}: ${failure.failure}${word === undefined ? '' : ` ${word}`}`
  const kind = BY_QUESTION[question][failure.failure] ?? ALWAYS[failure.failure]
  const cause = causeOf(failure)
  const observed = { evidence, ...(cause === null ? {} : { cause }) }
  if (kind !== 'amazon-trouble') return { kind, ...observed }
  const seconds = failure.retryAfterSeconds
  return { kind, ...observed, tryAgainAt: seconds === undefined ? null : now + seconds * 1000 }
}

/** Sorted by the table like the same word from Amazon's own login, so that both ways name one cause. */
function causeOf(failure: BrokerFailure): Cause | null {
  const code = wordOf(failure)
  if (code === undefined) return CAUSES[failure.failure]
  const means = sortAnswer({ door: 'login-renewal', status: 400, body: 'json', error: { code, message: '', details: '' } })
  return observedCause(means).cause ?? CAUSES[failure.failure]
}

function wordOf({ failure, amazon }: BrokerFailure): LoginError | undefined {
  return failure === 'publisher-problem' ? amazon : undefined
}
