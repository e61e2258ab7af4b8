import type { ConsentTrouble } from '../../../shared/contract/broker/return-link.ts'
import { ISSUERS, type Issuer } from '../../../shared/domain/region.ts'
import { CALLBACK_MAX_LENGTH, HANDOFF_MAX_LENGTH, TICKET_MAX_LENGTH } from './policy.ts'

export type CallbackOutcome =
  | { readonly kind: 'handoff'; readonly handoff: string }
  | { readonly kind: 'trouble'; readonly trouble: ConsentTrouble }

/** Which attempt a link belongs to: base64url(SHA-256(ticket)), or the ticket itself. */
export type AttemptMark = { readonly kind: 'hash'; readonly hash: string } | { readonly kind: 'ticket'; readonly ticket: string }

export interface Callback {
  readonly issuer: Issuer
  readonly mark: AttemptMark
  readonly outcome: CallbackOutcome
}

const APP_LINK = /^springline:\/\/authorize\/([a-z-]{1,16})\?(.*)$/u
const LOOPBACK_LINK = /^http:\/\/127\.0\.0\.1:[1-9]\d{3,4}\/oauth\/callback\?(.*)$/u
const PART = /^[\w.-]+$/u
const HASH = /^[\w-]{43}$/u
/** Parts of base64url: only the broker can look into a hand-off. */
const HANDOFF = /^[\w-]{8,}(?:\.[\w-]*)*$/u
const TROUBLES: readonly ConsentTrouble[] = ['consent-declined', 'publisher-problem', 'amazon-trouble']
const NAMES: ReadonlySet<string> = new Set(['handoff', 'error', 'attempt', 'ticket', 'issuer'])

/**
 * Reads a link that came from outside: null unless every part has the agreed form, is named once, and nothing else is
 * there. Whether it belongs to an open attempt is decided elsewhere; a link alone never does anything.
 */
export function readCallback(text: string): Callback | null {
  if (text.length > CALLBACK_MAX_LENGTH) return null
  const address = readAddress(text)
  if (address === null) return null
  const parts = readParts(address.query)
  // The app link names the issuer in its path, so a second one in the query is one too many.
  if (parts === null || (address.issuer !== null && parts.has('issuer'))) return null
  const issuer = readIssuer(address.issuer ?? parts.get('issuer'))
  const mark = readMark(parts.get('attempt'), parts.get('ticket'))
  const outcome = readOutcome(parts.get('handoff'), parts.get('error'))
  return together(issuer, mark, outcome)
}

function together(issuer: Issuer | null, mark: AttemptMark | null, outcome: CallbackOutcome | null): Callback | null {
  return issuer && mark && outcome ? { issuer, mark, outcome } : null
}

/** Which of the two kinds of address it is; the loopback one names its issuer in the query. */
function readAddress(text: string): { readonly issuer: string | null; readonly query: string } | null {
  const [, issuer, query] = APP_LINK.exec(text) ?? []
  if (issuer !== undefined && query !== undefined) return { issuer, query }
  const [, loopback] = LOOPBACK_LINK.exec(text) ?? []
  return loopback === undefined ? null : { issuer: null, query: loopback }
}

/** True for the text of a hand-off alone, as a person may paste it from the broker's page. */
export function isHandoff(text: string): boolean {
  return text.length <= HANDOFF_MAX_LENGTH && HANDOFF.test(text)
}

function readIssuer(text: string | undefined): Issuer | null {
  return ISSUERS.find((issuer) => issuer === text) ?? null
}

function readMark(hash: string | undefined, ticket: string | undefined): AttemptMark | null {
  if (hash !== undefined) return ticket === undefined && HASH.test(hash) ? { kind: 'hash', hash } : null
  return ticket !== undefined && ticket.length <= TICKET_MAX_LENGTH ? { kind: 'ticket', ticket } : null
}

function readOutcome(handoff: string | undefined, error: string | undefined): CallbackOutcome | null {
  if (handoff !== undefined) return error === undefined && isHandoff(handoff) ? { kind: 'handoff', handoff } : null
  const trouble = TROUBLES.find((one) => one === error)
  return trouble === undefined ? null : { kind: 'trouble', trouble }
}

/** A name given twice spoils the whole link: two readers could each believe a different one. */
function readParts(query: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>()
  for (const part of query.split('&')) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(0, at))
    const value = part.slice(at + 1)
    if (!NAMES.has(name) || parts.has(name) || !PART.test(value)) return null
    parts.set(name, value)
  }
  return parts
}
