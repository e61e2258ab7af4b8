import type { Region } from '../../../shared/domain/region.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { QuotaMemory } from './buckets.ts'

/** What the selling API adapter stands on. */
export interface SellingWorld {
  /** Address of the API per region; may carry a path of its own. */
  readonly endpoints: Readonly<Record<Region, string>>
  readonly fetch: typeof fetch
  readonly clock: Pick<Clock, 'now' | 'monotonic'>
  /** `AppId/Version (Language=…; Platform=…)`: Amazon wants the language named and at most 500 characters. */
  readonly userAgent: string
  /** Scarce allowances from before this start, and where to keep them; without it every bucket starts full. */
  readonly quota?: QuotaMemory
  readonly log: Log
}
