import type { AppConfig } from '../app-config.ts'
import type { Authorizations } from '../authorization/create-authorization.ts'
import { createBackfillMemory, type BackfillMemory } from '../channels/backfill-memory.ts'
import type { CoverageBook } from '../channels/coverage-book.ts'
import { readSnapshot } from '../channels/snapshot.ts'
import { computeHealth } from '../health/compute-health.ts'
import type { Ports } from '../ports/ports.ts'
import type { Sync } from '../ports/sync-progress.ts'
import type { Look } from './desk.ts'

/** From this many days before its end a permission is *expiring soon*. */
const EXPIRING_DAYS = 30

/** A look is shared for this long; a change ends it earlier. */
const KEPT_MS = 1_000

export interface LookingOrder {
  readonly ports: Ports
  readonly config: AppConfig
  readonly book: CoverageBook
  readonly sync: Sync
  readonly authorization: Pick<Authorizations, 'loginWeather'>
  readonly online: () => boolean
}

export interface Looking {
  look(): Promise<Look>
  forget(): void
}

/** Reads everything once and lets all who ask at the same moment share it. */
export function createLooking(order: LookingOrder): Looking {
  const { clock } = order.ports
  const memory = createBackfillMemory()
  let kept: { readonly at: number; readonly look: Promise<Look> } | null = null
  return {
    look() {
      if (kept && clock.monotonic() - kept.at < KEPT_MS) return kept.look
      const look = takeLook(order, memory)
      kept = { at: clock.monotonic(), look }
      look.catch(() => (kept = null))
      return look
    },
    forget() {
      kept = null
    },
  }
}

async function takeLook({ ports, config, book, sync, authorization, online }: LookingOrder, memory: BackfillMemory): Promise<Look> {
  const snapshot = await readSnapshot({ ports, datasets: [...config.datasets.values()], book, memory })
  const progress = sync.progress()
  const health = computeHealth({
    ...snapshot,
    online: online(),
    demo: config.facts.demo,
    expiringDays: EXPIRING_DAYS,
    progress,
    loginWeather: authorization.loginWeather(),
  })
  return { snapshot, health, progress }
}
