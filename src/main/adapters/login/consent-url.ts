import type { BeginAnswer } from '../../../shared/contract/broker/begin.ts'

/** Builds the address the person walks to at Amazon (docs/amazon.md §1.1 for selling, §1.8 for advertising). */
export function consentUrl(page: string, begun: BeginAnswer, challenge: string): string {
  const url = new URL(page)
  const query = url.searchParams
  if (begun.application.family === 'selling') {
    query.set('application_id', begun.application.applicationId)
    if (begun.application.version !== undefined) query.set('version', begun.application.version)
  } else {
    query.set('client_id', begun.application.clientId)
    query.set('scope', begun.application.scope)
    query.set('response_type', 'code')
    // Named, because Amazon falls back to the plain method without it.
    query.set('code_challenge', challenge)
    query.set('code_challenge_method', 'S256')
  }
  query.set('redirect_uri', begun.redirectUri)
  query.set('state', begun.ticket)
  return url.href
}
