import type { ConsentTrouble } from '../../shared/contract/broker/return-link.ts'
import type { ApiFamily } from '../../shared/domain/region.ts'

/** What Amazon's redirect says. `ticket` is its `state`, not yet believed. */
export type ConsentReturn =
  | { kind: 'consented'; ticket: string; code: string; sellingPartnerId: string | undefined }
  | { kind: 'declined'; ticket: string; trouble: ConsentTrouble }
  | { kind: 'incomplete'; ticket: string }

const TICKET = /^[\w.-]{1,1024}$/u
// Printable ASCII. The longest that still leaves the return link within 2,048 characters; Amazon's are about twenty.
const CODE = /^[!-~]{1,256}$/u
const PARTNER_ID = /^[\w.-]{1,64}$/u

/** Reads the query of a redirect. Answers nothing without exactly one readable `state`. */
export function readConsentReturn(query: URLSearchParams, family: ApiFamily): ConsentReturn | undefined {
  const ticket = once(query, 'state', TICKET)
  if (ticket === undefined) return undefined
  if (query.has('error')) return { kind: 'declined', ticket, trouble: sortError(query.get('error') ?? '') }
  const code = once(query, family === 'selling' ? 'spapi_oauth_code' : 'code', CODE)
  const sellingPartnerId = family === 'selling' ? once(query, 'selling_partner_id', PARTNER_ID) : undefined
  if (code === undefined) return { kind: 'incomplete', ticket }
  if (family === 'selling' && sellingPartnerId === undefined) return { kind: 'incomplete', ticket }
  return { kind: 'consented', ticket, code, sellingPartnerId }
}

/** A parameter given twice is refused: two readers could each believe a different one. */
function once(query: URLSearchParams, name: string, form: RegExp): string | undefined {
  const values = query.getAll(name)
  const value = values[0]
  return values.length === 1 && value !== undefined && form.test(value) ? value : undefined
}

/** The authorization errors of RFC 6749 §4.1.2.1; what is unknown is Amazon's. */
function sortError(error: string): ConsentTrouble {
  switch (error) {
    case 'access_denied':
      return 'consent-declined'
    case 'unauthorized_client':
    case 'invalid_scope':
    case 'invalid_request':
    case 'unsupported_response_type':
      return 'publisher-problem'
    default:
      return 'amazon-trouble'
  }
}
