import type { Cause } from '../../../shared/domain/cause.ts'
import type { Evidence } from '../../../shared/domain/evidence.ts'

/** What an observation is about. */
export type EvidenceScope = Pick<Evidence, 'accountId' | 'family' | 'channelId' | 'dataset' | 'source'>

/** Takes down what was observed, as seldom as says the same. Never waited for, never fails its caller. */
export interface EvidenceBook {
  trouble(scope: EvidenceScope, cause: Cause, said: string): void
  /** It worked: ends a trouble of this scope, and is otherwise written once an hour. */
  fine(scope: EvidenceScope, said: string): void
}
