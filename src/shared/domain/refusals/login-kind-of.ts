import type { Cause } from '../cause.ts'
import type { LoginTrouble } from '../trouble.ts'
import type { Meaning } from './meaning.ts'

export type LoginKind = LoginTrouble['kind']

/** What an answer of the login asks of whoever asked. Only `grant-refused` can ever lead to *Reconnect required*. */
export const LOGIN_KINDS = {
  'grant-withdrawn-or-changed': 'grant-refused',
  'code-refused': 'code-refused',
  'application-key-refused': 'publisher-problem',
  'application-key-ended': 'publisher-problem',
  'application-not-allowed': 'publisher-problem',
  'request-refused': 'publisher-problem',
  offline: 'offline',
  'captive-portal': 'offline',
  'network-blocks-amazon': 'offline',
  'certificate-untrusted': 'offline',
} as const satisfies Partial<Record<Meaning, LoginKind>>

export function loginKindOf(meaning: Meaning): Exclude<LoginKind, 'handoff-refused'> {
  return Object.hasOwn(LOGIN_KINDS, meaning) ? LOGIN_KINDS[meaning as keyof typeof LOGIN_KINDS] : 'amazon-trouble'
}

const CAUSES_OF_KIND: Readonly<Record<LoginKind, Cause | null>> = {
  'grant-refused': 'grant-withdrawn-or-changed',
  'publisher-problem': 'application-key-refused',
  'amazon-trouble': 'amazon-trouble',
  offline: 'offline',
  'code-refused': null,
  'handoff-refused': null,
}

/** The cause behind a login's trouble; null where the consent is simply tried again. */
export function causeOfLogin(trouble: LoginTrouble): Cause | null {
  return trouble.cause ?? CAUSES_OF_KIND[trouble.kind]
}
