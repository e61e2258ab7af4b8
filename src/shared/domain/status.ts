/** Closed list, worst first; a channel shows its worst and the detail shows all. */
export const STATUSES = [
  'reconnect-required',
  'ads-reconnect-required',
  'account-problem',
  'publisher-problem',
  'amazon-trouble',
  'access-reduced',
  'stale',
  'expiring-soon',
  'delayed',
  'catching-up',
  'ads-not-connected',
  'paused',
  'disconnected',
  'connected',
  'demo',
] as const
export type Status = (typeof STATUSES)[number]

export const ACTORS = ['nobody', 'you', 'you-or-client', 'client', 'amazon', 'publisher'] as const
export type Actor = (typeof ACTORS)[number]

export const ACTIONS = [
  'none',
  'reconnect',
  'reconnect-ads',
  'open-central',
  'what-to-do-meanwhile',
  'details',
  'see-missing',
  'diagnose',
  'renew-now',
  'view-progress',
  'connect-ads',
  'resume',
  'connect-real-account',
] as const
export type Action = (typeof ACTIONS)[number]

/** Who must act and with what, for every status. */
export const STATUS_RULES: Readonly<Record<Status, { readonly actor: Actor; readonly action: Action }>> = {
  'reconnect-required': { actor: 'you-or-client', action: 'reconnect' },
  'ads-reconnect-required': { actor: 'you', action: 'reconnect-ads' },
  'account-problem': { actor: 'client', action: 'open-central' },
  'publisher-problem': { actor: 'publisher', action: 'what-to-do-meanwhile' },
  'amazon-trouble': { actor: 'amazon', action: 'details' },
  'access-reduced': { actor: 'client', action: 'see-missing' },
  stale: { actor: 'you', action: 'diagnose' },
  'expiring-soon': { actor: 'you-or-client', action: 'renew-now' },
  delayed: { actor: 'nobody', action: 'details' },
  'catching-up': { actor: 'nobody', action: 'view-progress' },
  'ads-not-connected': { actor: 'nobody', action: 'connect-ads' },
  paused: { actor: 'you', action: 'resume' },
  disconnected: { actor: 'you', action: 'reconnect' },
  connected: { actor: 'nobody', action: 'none' },
  demo: { actor: 'nobody', action: 'connect-real-account' },
}

export function worstOf(statuses: readonly Status[]): Status {
  return STATUSES.find((status) => statuses.includes(status)) ?? 'connected'
}
