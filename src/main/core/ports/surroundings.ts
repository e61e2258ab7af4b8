import type { Instant } from '../../../shared/domain/ids.ts'
import type { NetworkTrouble } from '../../../shared/lib/sort-network-error.ts'

/** What asking a host for nothing in particular met with. */
export type Reached =
  | {
      readonly kind: 'answered'
      /** `down`: an error of the host's own; `portal`: a network's page in its place; `proxy`: a proxy wants a name first. */
      readonly by: 'host' | 'down' | 'portal' | 'proxy'
      readonly status: number
      readonly date: Instant | null
      readonly requestId: string | null
      readonly tookMs: number
    }
  | { readonly kind: 'silent'; readonly said: NetworkTrouble | 'no-answer'; readonly tookMs: number }

/** The computer and the network around it, as far as a diagnosis may ask about them. Sends no credential anywhere. */
export interface Surroundings {
  /** Asks an address for its headers alone; redirects are not followed. */
  reach(address: string, signal: AbortSignal): Promise<Reached>
  /** Bytes the person may still write where the database lies; null where the system does not say. */
  freeBytes(): Promise<number | null>
}
