import type { AttemptId } from '../../../shared/domain/ids.ts'
import type { ReturnTo } from './login.ts'

/** How the consent pages went, from the host's side. `returned` carries the raw callback address. */
export type ConsentEnd =
  | { readonly kind: 'returned'; readonly url: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'blocked'; readonly host: string }
  | { readonly kind: 'load-failed' }
  | { readonly kind: 'aborted' }

/**
 * Shows Amazon's consent pages and brings the redirect home. Electron: a popup with a session of its own. Node host: the
 * person's browser and a loopback listener per attempt. `surface: 'browser'` asks for the system browser instead.
 */
export interface ConsentSurface {
  /** Makes ready to receive (a loopback port is opened here) before the broker is asked for a ticket. */
  prepare(attemptId: AttemptId, surface: 'default' | 'browser'): Promise<ReturnTo>
  /** Opens the pages; resolves once, however they end. */
  run(order: {
    readonly attemptId: AttemptId
    readonly consentUrl: string
    readonly callbackUrl: string
    readonly title: string
    readonly timeoutMs: number
    readonly signal: AbortSignal
  }): Promise<ConsentEnd>
}
