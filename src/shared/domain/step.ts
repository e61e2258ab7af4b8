/** What a diagnosis looks at, in the order in which it looks: what stands nearer to this computer hides what is behind it. */
export const STEPS = [
  'network',
  'clock',
  'computer',
  'amazon',
  'wider',
  'app-key',
  'grant',
  'identity',
  'standing',
  'permissions',
  'advertising',
  'work',
] as const
export type Step = (typeof STEPS)[number]

/** `watch`: somebody should know, but it is not what stops the account. */
export const STEP_STATES = ['fine', 'trouble', 'watch', 'not-asked'] as const

/** Why a step was not asked: an earlier one makes the question pointless, or the answer would cost what it must not. */
export const NOT_ASKED = [
  'stored-only',
  'no-network',
  'amazon-down',
  'no-permission',
  'not-connected',
  'vault-closed',
  'reading-only',
  'second-refusal-due',
  'no-time',
  'nothing-cheap',
] as const
export type NotAsked = (typeof NOT_ASKED)[number]

/**
 * How a cause is known: seen in an answer now, concluded from several facts (a consent date, say), taken from what was
 * stored earlier, or refused once with the deciding second answer still due.
 */
export const KNOWN = ['observed', 'concluded', 'last-known', 'undecided'] as const
export type Known = (typeof KNOWN)[number]
