import type { Result } from '../../../shared/lib/result.ts'
import type { AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import type { AccessCredential } from './login.ts'

/** Why there is no access credential now; `until` says when asking again makes sense. */
export type NoAccess =
  | { readonly kind: 'reconnect-required' }
  | { readonly kind: 'refused-once'; readonly until: Instant }
  | { readonly kind: 'publisher-problem'; readonly until: Instant }
  | { readonly kind: 'amazon-trouble'; readonly until: Instant }
  | { readonly kind: 'offline'; readonly until: Instant }
  | { readonly kind: 'vault-locked' }
  | { readonly kind: 'other-endpoint' }
  | { readonly kind: 'disconnected' }

/**
 * Hands out access credentials and renews them, one at a time per authorization. Made by the authorization feature,
 * used by sync; they meet in `app.ts`.
 */
export interface AccessKeeper {
  accessFor(id: AuthorizationId): Promise<Result<AccessCredential, NoAccess>>
  /** Drops a credential that a data call found ended, so the next `accessFor` renews it. */
  forget(id: AuthorizationId, used: AccessCredential): void
}
