import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { familyText, regionText } from '../../text/place-text.ts'
import type { Words } from '../common/words.ts'

/** The account's name, or what it will be. */
export function nameOf(attempt: AttemptView): string {
  return attempt.accountName ?? (attempt.family === 'advertising' ? 'your advertising account' : 'your account')
}

/** "Selling data, Europe. Signed in at sellercentral.amazon.de, 14:09". */
export function evidenceOf(attempt: AttemptView, words: Words): string {
  const signedIn = attempt.checks.find((check) => check.at !== null)?.at ?? null
  const place = `${familyText[attempt.family].name}, ${regionText[attempt.region]}.`
  return signedIn === null
    ? `${place} Opened at ${words.time(attempt.openedAt)}`
    : `${place} Signed in at ${attempt.host}, ${words.time(signedIn)}`
}
