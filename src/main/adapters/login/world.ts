import type { Clock } from '../../core/ports/clock.ts'
import type { Random } from '../../core/ports/random.ts'
import type { Endpoints } from '../../../shared/contract/endpoints.ts'

/** The addresses that matter to a login. An empty `broker` means that only private apps can be used. */
export type LoginEndpoints = Pick<Endpoints, 'loginToken' | 'ads' | 'broker' | 'consent'>

/** What the login adapters stand on. */
export interface LoginWorld {
  readonly fetch: typeof fetch
  readonly clock: Pick<Clock, 'now'>
  readonly random: Pick<Random, 'bytes' | 'sha256' | 'base64url'>
  readonly endpoints: LoginEndpoints
}
