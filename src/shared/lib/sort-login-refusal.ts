/** What was asked of Amazon's login endpoint. */
export type LoginQuestion = 'code' | 'renewal'

/** What a refusal of Amazon's login endpoint means. Only `grant-refused` can ever lead to *Reconnect required*. */
export type LoginRefusal = 'grant-refused' | 'code-refused' | 'publisher-problem' | 'amazon-trouble'

const PUBLISHER_ERRORS: ReadonlySet<string> = new Set(['unauthorized_client', 'invalid_request', 'invalid_scope', 'unsupported_grant_type'])

/**
 * Sorts an error answer by HTTP status and OAuth `error` together: a word alone, from a proxy's or portal's page with
 * some other status, is never taken for Amazon's refusal. `error` is absent when the body was no OAuth error.
 */
export function sortLoginRefusal(question: LoginQuestion, status: number, error?: string): LoginRefusal {
  if (error === 'invalid_client' && (status === 400 || status === 401)) return 'publisher-problem'
  if (status !== 400 || error === undefined) return 'amazon-trouble'
  if (error === 'invalid_grant') return question === 'renewal' ? 'grant-refused' : 'code-refused'
  return PUBLISHER_ERRORS.has(error) ? 'publisher-problem' : 'amazon-trouble'
}
