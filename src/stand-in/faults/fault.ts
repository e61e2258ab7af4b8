/** Troubles somebody can order. Some are done at once (expire, revoke), the others last until cleared. */
export const FAULT_KINDS = [
  'expire',
  'revoke',
  'remove-role',
  'restore-role',
  'throttle',
  'outage',
  'truncate-document',
  'wrong-charset',
  'corrupt-gzip',
  'document-sentence',
  'fatal',
  'cancelled',
  'never-done',
  'slow',
  'clock-skew',
  'invalid-client',
  'secret-expired',
  'wrong-account',
  'account-suspended',
  'unknown-column',
  'missing-column',
  'new-enum',
  'login-uri-leg',
  'not-participating',
  'listings-inactive',
  'no-profiles',
  'new-refusal',
  'client-not-allowed',
  'wrong-total',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export type Fault = {
  readonly id: string
  readonly kind: FaultKind
  /** Whose trouble it is; absent: everybody's. */
  readonly account?: string
  readonly family?: string
  readonly role?: string
  readonly operation?: string
  /** For outages: `login`, `selling`, `ads` or `all`. */
  readonly api?: string
  /** For outages: `500`, `503`, `403-expired`, `reset` or `hang`. For fatal queries: `invalid-query`, `not-available` or `access`. */
  readonly status?: string
  readonly hard?: boolean
  readonly ms?: number
  /** For document troubles: only documents of this report type. */
  readonly reportType?: string
  /** Simulated instant at which it ends by itself. */
  readonly untilMs?: number
  /** How often it still strikes. */
  left?: number
}

export function isFaultKind(text: string): text is FaultKind {
  return FAULT_KINDS.some((kind) => kind === text)
}
