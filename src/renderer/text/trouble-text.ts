import type { CallTrouble, LoginTrouble } from '../../shared/domain/trouble.ts'
import { own } from './own.ts'
import { categoryWord } from './profit-text.ts'

type TroubleKind = CallTrouble['kind'] | LoginTrouble['kind']

/** What stopped a request, in a few words. */
export const troubleText: Readonly<Record<TroubleKind, string>> = {
  throttled: 'Amazon asked us to wait',
  'access-ended': 'the hourly access had ended and was renewed',
  'permission-missing': 'a role is missing',
  'wrong-region': 'asked in the wrong region',
  'application-credential-ended': 'the app’s own key was refused',
  'account-problem': 'Amazon holds the account back',
  'amazon-trouble': 'Amazon answered with an error of its own',
  offline: 'no network',
  'bad-request': 'Amazon did not accept the request',
  'not-found': 'Amazon does not know it',
  'bad-document': 'the document could not be read whole',
  'grant-refused': 'Amazon refused the permission',
  'code-refused': 'Amazon refused the code',
  'publisher-problem': 'the app’s own key was refused',
  'handoff-refused': 'the answer was late, used or not meant for this attempt',
}

/** Why a request stepped back by itself. */
const pauses: Readonly<Record<string, string>> = {
  'back-off': 'waits after a failure',
  'no-access': 'waits for a permission',
  quota: 'waits for quota',
  paused: 'paused',
  'not-due-yet': 'Amazon does not offer these days yet',
}

/** Words of any trouble code; one without words of its own is written out. */
export function troubleWord(code: string): string {
  return own(troubleText, code) ?? own(pauses, code) ?? categoryWord(code).toLowerCase()
}
