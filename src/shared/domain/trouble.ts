import type { Cause } from './cause.ts'
import type { Instant } from './ids.ts'

/** What was observed. `cause` stands where it is finer than the kind; `causeOfCall` and `causeOfLogin` read both. */
interface Observed {
  readonly evidence: string
  readonly cause?: Cause
}

/**
 * Expected trouble with a data call, already sorted by the adapter. Only `access-ended` is cured by renewing once;
 * nothing here ever means "reconnect": that verdict belongs to a refused renewal alone.
 */
export type CallTrouble =
  | { readonly kind: 'throttled'; readonly tryAgainAt: Instant }
  | ({ readonly kind: 'access-ended' } & Observed)
  | ({ readonly kind: 'permission-missing' } & Observed)
  | ({ readonly kind: 'wrong-region' } & Observed)
  | ({ readonly kind: 'application-credential-ended' } & Observed)
  | ({ readonly kind: 'account-problem' } & Observed)
  | ({ readonly kind: 'amazon-trouble' } & Observed)
  | ({ readonly kind: 'offline' } & Observed)
  | ({ readonly kind: 'bad-request' } & Observed)
  | ({ readonly kind: 'not-found' } & Observed)
  | ({ readonly kind: 'bad-document' } & Observed)

/** Trouble with a renewal or a redemption. */
export type LoginTrouble =
  | ({ readonly kind: 'grant-refused' } & Observed)
  | ({ readonly kind: 'code-refused' } & Observed)
  | ({ readonly kind: 'publisher-problem' } & Observed)
  | ({ readonly kind: 'amazon-trouble'; readonly tryAgainAt: Instant | null } & Observed)
  | ({ readonly kind: 'offline' } & Observed)
  | ({ readonly kind: 'handoff-refused' } & Observed)
