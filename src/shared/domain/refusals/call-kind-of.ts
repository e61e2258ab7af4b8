import type { Cause } from '../cause.ts'
import type { CallTrouble } from '../trouble.ts'
import type { Meaning } from './meaning.ts'

export type CallKind = CallTrouble['kind']

/** What an answer's meaning asks of the engine. Several causes are waited for, or given up, in the same way. */
export const CALL_KINDS = {
  offline: 'offline',
  'captive-portal': 'offline',
  'network-blocks-amazon': 'offline',
  'certificate-untrusted': 'offline',
  'amazon-trouble': 'amazon-trouble',
  'application-key-ended': 'application-credential-ended',
  'application-key-refused': 'application-credential-ended',
  'application-not-allowed': 'application-credential-ended',
  'wrong-region': 'wrong-region',
  'account-problem': 'account-problem',
  'marketplace-not-active': 'permission-missing',
  'permission-missing': 'permission-missing',
  'ads-profile-missing': 'permission-missing',
  'request-refused': 'bad-request',
  'document-changed': 'bad-document',
  throttled: 'throttled',
  'access-ended': 'access-ended',
  'not-found': 'not-found',
} as const satisfies Partial<Record<Meaning, CallKind>>

export function callKindOf(meaning: Meaning): CallKind {
  return Object.hasOwn(CALL_KINDS, meaning) ? CALL_KINDS[meaning as keyof typeof CALL_KINDS] : 'amazon-trouble'
}

/** The coarsest cause of each kind; null where renewing or asking anew cures it and nobody needs to hear of it. */
const CAUSES_OF_KIND: Readonly<Record<CallKind, Cause | null>> = {
  throttled: 'throttled',
  'access-ended': null,
  'permission-missing': 'permission-missing',
  'wrong-region': 'wrong-region',
  'application-credential-ended': 'application-key-ended',
  'account-problem': 'account-problem',
  'amazon-trouble': 'amazon-trouble',
  offline: 'offline',
  'bad-request': 'request-refused',
  'not-found': null,
  'bad-document': 'document-changed',
}

/** The cause behind a call's trouble: the one observed, else the coarsest its kind allows. */
export function causeOfCall(trouble: CallTrouble): Cause | null {
  return ('cause' in trouble ? trouble.cause : undefined) ?? CAUSES_OF_KIND[trouble.kind]
}
