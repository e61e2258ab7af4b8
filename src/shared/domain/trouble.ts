import type { Instant } from './ids.ts'

/**
 * Expected trouble with a data call, already sorted by the adapter. Only `access-ended` is cured by renewing once;
 * nothing here ever means "reconnect": that verdict belongs to a refused renewal alone.
 */
export type CallTrouble =
  | { readonly kind: 'throttled'; readonly tryAgainAt: Instant }
  | { readonly kind: 'access-ended'; readonly evidence: string }
  | { readonly kind: 'permission-missing'; readonly evidence: string }
  | { readonly kind: 'wrong-region'; readonly evidence: string }
  | { readonly kind: 'application-credential-ended'; readonly evidence: string }
  | { readonly kind: 'account-problem'; readonly evidence: string }
  | { readonly kind: 'amazon-trouble'; readonly evidence: string }
  | { readonly kind: 'offline'; readonly evidence: string }
  | { readonly kind: 'bad-request'; readonly evidence: string }
  | { readonly kind: 'not-found'; readonly evidence: string }
  | { readonly kind: 'bad-document'; readonly evidence: string }

/** Trouble with a renewal or a redemption. */
export type LoginTrouble =
  | { readonly kind: 'grant-refused'; readonly evidence: string }
  | { readonly kind: 'code-refused'; readonly evidence: string }
  | { readonly kind: 'publisher-problem'; readonly evidence: string }
  | { readonly kind: 'amazon-trouble'; readonly evidence: string; readonly tryAgainAt: Instant | null }
  | { readonly kind: 'offline'; readonly evidence: string }
  | { readonly kind: 'handoff-refused'; readonly evidence: string }
