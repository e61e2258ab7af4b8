import type { Region } from '../../../shared/domain/region.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'

/** What the advertising API adapter stands on. */
export interface AdsWorld {
  /** Address of the API per region; may carry a path of its own. */
  readonly endpoints: Readonly<Record<Region, { readonly api: string }>>
  readonly fetch: typeof fetch
  readonly clock: Pick<Clock, 'now' | 'monotonic'>
  readonly userAgent: string
  readonly log: Log
}
