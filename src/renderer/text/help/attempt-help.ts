import type { HelpPage } from './help-page.ts'

/** Pages about attempts that ended without a new permission. In all of them nothing stored was changed. */
export const attemptHelp = {
  closed: {
    title: 'The Amazon window was closed',
    meaning: 'It closed before Amazon gave an answer. Nothing was changed.',
    causes: ['It was closed by hand, or Cancel was pressed at Amazon.'],
    remedies: ['Choose Try again when you are ready.'],
  },
  'timed-out': {
    title: 'Amazon was open for ten minutes',
    meaning: 'An attempt lasts ten minutes, so that a forgotten window cannot be used later.',
    causes: ['The sign-in took long, for example because a second factor was not at hand.', 'The page was left open.'],
    remedies: ['Have the second factor ready and try again.'],
  },
  'handoff-refused': {
    title: 'Amazon’s answer could not be used',
    meaning: 'An answer arrived that was late, used before, or meant for another attempt. It was dropped.',
    causes: ['The page was reloaded after it had already answered.', 'Two attempts were open at the same time.'],
    remedies: ['Start again, with one attempt at a time.'],
  },
  blocked: {
    title: 'An unexpected page was stopped',
    meaning: 'The sign-in window may only show Amazon’s own pages. It was about to leave them.',
    causes: ['Your organisation signs in through a page of its own.', 'A link on the page led elsewhere.'],
    remedies: ['Use open in browser; there your own sign-in works.'],
  },
  'load-failed': {
    title: 'Amazon’s page did not load',
    meaning: 'The window could not load the consent page.',
    causes: ['The network was interrupted.', 'A proxy or a filter stopped the page.', 'Amazon was not reachable.'],
    remedies: ['Try again, or open Amazon in your browser.'],
  },
  vault: {
    title: 'The new permission could not be stored',
    meaning: 'The key store of this computer did not take the new permission. The old one is untouched.',
    causes: ['The key store is locked.', 'No key store is available for this user.', 'The disk is full or may not be written.'],
    remedies: ['Unlock the key store and try again.', 'Settings says how keys are kept on this computer.'],
  },
  'no-profiles': {
    title: 'No advertising account in this region',
    meaning: 'Amazon gave the permission, but this sign-in sees no advertising account in the region. The permission was not kept.',
    causes: [
      'The user has no access to the advertising account.',
      'The account advertises in another region. Each of the three regions needs a consent of its own.',
      'The account does not advertise.',
    ],
    remedies: [
      'Sign in as a user who sees the account in Amazon’s advertising console; looking is enough.',
      'Ask an administrator of the advertising account to invite this user.',
      'Leave advertising out: selling figures do not need it.',
    ],
  },
} as const satisfies Readonly<Record<string, HelpPage>>
