import type { AttemptView } from '../../shared/contract/views/attempt.ts'
import type { HelpTopic } from './help-text.ts'

/** Closed list of how an attempt may end without a new permission. */
export const ATTEMPT_FAILURES = [
  'closed',
  'timed-out',
  'refused',
  'handoff-refused',
  'publisher-problem',
  'amazon-trouble',
  'offline',
  'blocked',
  'load-failed',
  'vault',
  'no-profiles',
] as const
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number]

export interface AttemptFailureText {
  readonly title: string
  /** One sentence: what happened. */
  readonly cause: string
  /** What to do now. */
  readonly next: string
  readonly help: HelpTopic
}

export const attemptFailureText: Readonly<Record<AttemptFailure, AttemptFailureText>> = {
  closed: {
    title: 'The Amazon window was closed',
    cause: 'It was closed before Amazon gave an answer.',
    next: 'Open it again when you are ready.',
    help: 'closed',
  },
  'timed-out': {
    title: 'Amazon was open for ten minutes',
    cause: 'No answer came within ten minutes, so the attempt ended by itself.',
    next: 'Start again. A fresh attempt has ten minutes of its own.',
    help: 'timed-out',
  },
  refused: {
    title: 'Amazon did not give the permission',
    cause: 'Amazon answered with a refusal instead of a permission.',
    next: 'Sign in as a user who may authorize apps for this account.',
    help: 'refused',
  },
  'handoff-refused': {
    title: 'Amazon’s answer could not be used',
    cause: 'The answer was late, was used before, or was not meant for this attempt.',
    next: 'Start again; an answer can be used once only.',
    help: 'handoff-refused',
  },
  'publisher-problem': {
    title: 'The app’s own key was refused',
    cause: 'Amazon refused the key of the app itself. Your permission may be fine.',
    next: 'There is nothing to do at Amazon. The publisher has to act.',
    help: 'publisher-problem',
  },
  'amazon-trouble': {
    title: 'Amazon did not answer properly',
    cause: 'Amazon’s own service answered with an error.',
    next: 'Try again in some minutes.',
    help: 'amazon-trouble',
  },
  offline: {
    title: 'This computer is offline',
    cause: 'Amazon could not be reached from here.',
    next: 'Check the network, then try again.',
    help: 'offline',
  },
  blocked: {
    title: 'An unexpected page was stopped',
    cause: 'The window was about to leave Amazon’s known addresses, so it was closed.',
    next: 'Try again, or open Amazon in your browser.',
    help: 'blocked',
  },
  'load-failed': {
    title: 'Amazon’s page did not load',
    cause: 'The page could not be loaded in the window.',
    next: 'Try again, or open Amazon in your browser.',
    help: 'load-failed',
  },
  vault: {
    title: 'The new permission could not be stored',
    cause: 'The place where keys are kept did not take it.',
    next: 'Settings says how keys are kept here. Then try again.',
    help: 'vault',
  },
  'no-profiles': {
    title: 'No advertising account in this region',
    cause: 'This sign-in sees no advertising account in the region that was asked.',
    next: 'Sign in as a user of the advertising account. Each region is connected on its own.',
    help: 'no-profiles',
  },
}

/** Words of any failure code; one from a newer core reads as Amazon's trouble, never as the person's. */
export function attemptFailureWords(code: string | null): AttemptFailureText {
  return attemptFailureText[ATTEMPT_FAILURES.find((one) => one === code) ?? 'amazon-trouble']
}

type CheckCode = AttemptView['checks'][number]['code']

/** One line per check, as it reads while waiting and once passed. `identity` is the masked id. */
export const checkText: Readonly<Record<CheckCode, { readonly ahead: string; passed(identity: string): string }>> = {
  identity: { ahead: 'Is it the same account?', passed: (identity) => `Same account as before, ${identity}` },
  stored: {
    ahead: 'Store the new permission, replace the old one',
    passed: () => 'New permission stored, the old one replaced in one step',
  },
  permissions: { ahead: 'Ask what Amazon now allows', passed: () => 'Asked what Amazon now allows' },
  profiles: { ahead: 'Find the advertising profiles', passed: () => 'Advertising profiles found' },
  syncing: { ahead: 'Start fetching the missed days', passed: () => 'Missed days are being fetched' },
}

export const stageWords = ['Before', 'At Amazon', 'Checking', 'Result'] as const
