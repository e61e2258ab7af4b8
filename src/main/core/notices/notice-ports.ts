import type { Ports } from '../ports/ports.ts'
import type { Stores } from '../ports/stores.ts'

/** The ports this feature needs. */
export type NoticePorts = Pick<Ports, 'clock' | 'random' | 'notifier' | 'settings'> & { readonly stores: Pick<Stores, 'notices'> }
