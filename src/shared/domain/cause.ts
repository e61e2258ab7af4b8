import type { Actor } from './status.ts'

/**
 * What can be wrong, as a closed list, in the order in which a diagnosis looks: what stands nearer to this computer hides
 * what stands behind it. A cause is never finer than what was observed.
 */
export const CAUSES = [
  'offline',
  'captive-portal',
  'network-blocks-amazon',
  'certificate-untrusted',
  'clock-wrong',
  'storage-full',
  'storage-trouble',
  'vault-locked',
  'credentials-lost',
  'other-endpoint',
  'broker-trouble',
  'amazon-outage',
  'amazon-trouble',
  'application-key-refused',
  'application-key-ended',
  'application-not-allowed',
  'never-connected',
  'grant-lapsed',
  'grant-withdrawn-or-changed',
  'wrong-account',
  'wrong-region',
  'account-problem',
  'marketplace-not-active',
  'permission-missing',
  'ads-profile-missing',
  'ads-not-connected',
  'request-refused',
  'document-changed',
  'throttled',
  'amazon-prepares',
  'paused',
] as const
export type Cause = (typeof CAUSES)[number]

/** When asking again makes sense: at once, after a growing wait, once a day, or only after somebody acted. */
export type RetryRule = 'at-once' | 'back-off' | 'daily' | 'after-action' | 'as-scheduled'

/** The one thing that helps; sentences for each stand in the text tables. */
export const FIXES = [
  'check-network',
  'sign-in-to-network',
  'allow-amazon-hosts',
  'check-certificates',
  'set-clock',
  'free-space',
  'check-disk',
  'unlock-vault',
  'restore-endpoints',
  'wait',
  'tell-publisher',
  'replace-client-secret',
  'check-own-app',
  'connect',
  'reconnect',
  'reconnect-ads',
  'connect-ads',
  'open-central',
  'ask-for-role',
  'ask-for-profile',
  'report-problem',
  'resume',
] as const
export type Fix = (typeof FIXES)[number]

export interface CauseRule {
  readonly actor: Actor
  /** *Reconnect* stands only where a new grant helps. */
  readonly fix: Fix
  readonly retry: RetryRule
}

/** Who must act, what helps and when asking again makes sense. With a private app the publisher is the person. */
export const CAUSE_RULES: Readonly<Record<Cause, CauseRule>> = {
  offline: { actor: 'you', fix: 'check-network', retry: 'back-off' },
  'captive-portal': { actor: 'you', fix: 'sign-in-to-network', retry: 'back-off' },
  'network-blocks-amazon': { actor: 'you', fix: 'allow-amazon-hosts', retry: 'back-off' },
  'certificate-untrusted': { actor: 'you', fix: 'check-certificates', retry: 'back-off' },
  'clock-wrong': { actor: 'you', fix: 'set-clock', retry: 'back-off' },
  'storage-full': { actor: 'you', fix: 'free-space', retry: 'back-off' },
  'storage-trouble': { actor: 'you', fix: 'check-disk', retry: 'back-off' },
  'vault-locked': { actor: 'you', fix: 'unlock-vault', retry: 'after-action' },
  'credentials-lost': { actor: 'you-or-client', fix: 'reconnect', retry: 'after-action' },
  'other-endpoint': { actor: 'you', fix: 'restore-endpoints', retry: 'after-action' },
  'broker-trouble': { actor: 'publisher', fix: 'wait', retry: 'back-off' },
  'amazon-outage': { actor: 'amazon', fix: 'wait', retry: 'back-off' },
  'amazon-trouble': { actor: 'amazon', fix: 'wait', retry: 'back-off' },
  'application-key-refused': { actor: 'publisher', fix: 'tell-publisher', retry: 'back-off' },
  'application-key-ended': { actor: 'publisher', fix: 'tell-publisher', retry: 'back-off' },
  'application-not-allowed': { actor: 'publisher', fix: 'tell-publisher', retry: 'back-off' },
  'never-connected': { actor: 'you', fix: 'connect', retry: 'after-action' },
  'grant-lapsed': { actor: 'you-or-client', fix: 'reconnect', retry: 'after-action' },
  'grant-withdrawn-or-changed': { actor: 'you-or-client', fix: 'reconnect', retry: 'after-action' },
  'wrong-account': { actor: 'you-or-client', fix: 'reconnect', retry: 'after-action' },
  'wrong-region': { actor: 'publisher', fix: 'report-problem', retry: 'back-off' },
  'account-problem': { actor: 'client', fix: 'open-central', retry: 'back-off' },
  'marketplace-not-active': { actor: 'client', fix: 'open-central', retry: 'daily' },
  'permission-missing': { actor: 'client', fix: 'ask-for-role', retry: 'daily' },
  'ads-profile-missing': { actor: 'client', fix: 'ask-for-profile', retry: 'daily' },
  'ads-not-connected': { actor: 'nobody', fix: 'connect-ads', retry: 'after-action' },
  'request-refused': { actor: 'publisher', fix: 'report-problem', retry: 'daily' },
  'document-changed': { actor: 'publisher', fix: 'report-problem', retry: 'daily' },
  throttled: { actor: 'nobody', fix: 'wait', retry: 'as-scheduled' },
  'amazon-prepares': { actor: 'nobody', fix: 'wait', retry: 'as-scheduled' },
  paused: { actor: 'you', fix: 'resume', retry: 'after-action' },
}
