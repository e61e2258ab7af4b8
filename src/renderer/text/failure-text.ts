import type { Failure } from '../../shared/contract/failures.ts'
import { own } from './own.ts'

export interface FailureText {
  readonly title: string
  readonly next: string
}

/** When a call goes wrong: what it means and what comes next. */
export const failureText: Readonly<Record<Failure['code'], FailureText>> = {
  'bad-request': { title: 'That could not be used', next: 'Check what was entered and try once more.' },
  'not-found': { title: 'That is not here any more', next: 'It may have been removed in another window. Go back to Channels.' },
  offline: { title: 'This computer is offline', next: 'Everything stored here stays readable. Try again when the network is back.' },
  'reconnect-required': { title: 'Amazon refuses the permission', next: 'Reconnect the channel, then try once more.' },
  busy: { title: 'Springline is busy with that already', next: 'Wait a moment and try once more.' },
  internal: { title: 'Springline could not do that', next: 'Try once more. If it stays, restart Springline; nothing stored is lost.' },
}

/** Finer words for some reasons a failure may carry. */
const reasonText: Readonly<Record<string, FailureText>> = {
  'link-lost': { title: 'Connection to Springline was lost', next: 'The page connects again by itself. What you see stays readable.' },
  'identity-not-proven': {
    title: 'Amazon did not prove whose account this is',
    next: 'Nothing was replaced. Check the selling partner id and try once more.',
  },
  'other-endpoint': {
    title: 'That permission belongs to other addresses',
    next: 'It was obtained for different Amazon addresses and is not sent anywhere else.',
  },
  'grant-refused': {
    title: 'Amazon refused these credentials',
    next: 'Copy all of the refresh token from the page where Amazon showed it.',
  },
  'publisher-problem': { title: 'Amazon refused the app key', next: 'Check client id and client secret. The refresh token may be fine.' },
  'amazon-trouble': { title: 'Amazon did not answer', next: 'Nothing was changed. Try again in some minutes.' },
  'app-refused': { title: 'Amazon refused the app key', next: 'Check client id and client secret. The refresh token may be fine.' },
  'permission-missing': {
    title: 'Amazon refuses the advertising data',
    next: 'The user behind this permission cannot see an advertising account. Nothing was replaced.',
  },
  'no-matching-profiles': {
    title: 'No advertising profile fits',
    next: 'None of its profiles belongs to an account in Springline. Connect the seller or vendor account first.',
  },
  'no-marketplaces': { title: 'This account sells nowhere Springline knows', next: 'Amazon lists no marketplace of this region for it.' },
  'account-needed': { title: 'Advertising joins an account', next: 'Connect the seller or vendor account first, then its advertising.' },
  'unknown-account': { title: 'That account is not here any more', next: 'Go back to Channels.' },
  'unknown-attempt': { title: 'That attempt is over', next: 'Start again; nothing was changed.' },
  'unknown-invitation': { title: 'Amazon no longer waits for that', next: 'Begin once more inside Seller Central; nothing was changed.' },
  'unknown-app': { title: 'No account uses that app any more', next: 'Look at the channel’s settings; nothing was replaced.' },
  'not-waiting': { title: 'That was decided already', next: 'Look at the channel; nothing else was changed.' },
  'not-possible': { title: 'That choice is not possible here', next: 'Choose another one. The new permission is still held aside.' },
  'not-open': { title: 'That attempt is over', next: 'Start again; an answer can be used only while its attempt is open.' },
  'not-readable': { title: 'That is no answer from Amazon', next: 'Copy the whole address of the last page.' },
  'other-attempt': {
    title: 'That answer belongs to another attempt',
    next: 'Copy the address of the page that shows the same code as here.',
  },
  late: { title: 'That answer came too late', next: 'Start again; an answer is good for ten minutes.' },
  'name-differs': {
    title: 'That is not the name of this account',
    next: 'Type its name exactly as it stands in Channels. Nothing was deleted.',
  },
  vault: { title: 'The key could not be stored safely', next: 'Nothing was changed. Settings says how keys are kept on this computer.' },
}

/** Words for any failure: its reason's where there are some, else its code's. */
export function wordsFor(failure: Failure): FailureText {
  return own(reasonText, failure.reason) ?? failureText[failure.code]
}
