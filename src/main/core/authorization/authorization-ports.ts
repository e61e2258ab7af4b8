import type { Ports } from '../ports/ports.ts'
import type { Stores } from '../ports/stores.ts'

/** The ports this feature needs; a test builds no others. */
export type AuthorizationPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'vault' | 'login' | 'sellingApi' | 'adsApi' | 'consent'> & {
  readonly stores: Pick<Stores, 'accounts' | 'access' | 'attempts' | 'activity'>
}
