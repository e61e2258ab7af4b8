import type { BeginAnswer } from '../../../shared/contract/broker/begin.ts'
import type { ContinueAt } from '../../core/ports/login.ts'

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

/**
 * Builds the address a consent goes on at that began inside Seller Central: Amazon's own state leads it back to what the
 * person had agreed to, ours to this attempt (docs/amazon.md §1.1).
 */
export function continueUrl({ callbackUri, amazonState }: ContinueAt, begun: BeginAnswer): string {
  const url = new URL(callbackUri)
  const query = url.searchParams
  query.set('amazon_state', amazonState)
  query.set('state', begun.ticket)
  query.set('redirect_uri', begun.redirectUri)
  if (begun.application.family === 'selling' && begun.application.version !== undefined) query.set('version', begun.application.version)
  return url.href
}
