import { loginKindOf } from './login-kind-of.ts'
import { sortAnswer } from './sort-answer.ts'

/** What was asked of Amazon's login endpoint. */
export type LoginQuestion = 'code' | 'renewal'

/** What a refusal of Amazon's login endpoint means to the broker. Only `grant-refused` can ever lead to *Reconnect required*. */
export type LoginRefusal = 'grant-refused' | 'code-refused' | 'publisher-problem' | 'amazon-trouble'

/** Sorts an error answer by HTTP status and OAuth `error` together. `error` is absent when the body was no OAuth error. */
export function sortLoginRefusal(question: LoginQuestion, status: number, error?: string): LoginRefusal {
  const complaint = error === undefined ? null : { code: error, message: '', details: '' }
  const body = error === undefined ? 'other' : 'json'
  const kind = loginKindOf(sortAnswer({ door: `login-${question}`, status, body, error: complaint }))
  // Between a broker and Amazon there is no portal and no person: whatever stands there is the same silence.
  return kind === 'offline' ? 'amazon-trouble' : kind
}
