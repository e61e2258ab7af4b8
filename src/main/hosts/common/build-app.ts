import type { AppView } from '../../../shared/contract/views/app.ts'
import type { Endpoints } from '../../../shared/contract/endpoints.ts'
import type { Figures } from '../../../shared/contract/figures.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { createAdsApi } from '../../adapters/ads-api/create-ads-api.ts'
import { createLogin } from '../../adapters/login/create-login.ts'
import { createSellingApi } from '../../adapters/selling-api/create-selling-api.ts'
import { createSurroundings } from '../../adapters/system/create-surroundings.ts'
import { createSystemRandom } from '../../adapters/system/system-random.ts'
import { createApp } from '../../core/app.ts'
import type { App } from '../../core/app-surface.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Ports } from '../../core/ports/ports.ts'
import type { Random } from '../../core/ports/random.ts'
import type { Stores } from '../../core/ports/stores.ts'
import type { QuotaMark } from '../../core/ports/quota-store.ts'
import { datasets } from '../../datasets/index.ts'
import { documentOrigins } from './document-origins.ts'
import { openTroubleText } from './open-trouble-text.ts'
import { startStorage } from './start-workers.ts'
import { watchDoors } from './watch-doors.ts'
import { join } from 'node:path'

/** History a new channel starts with: what Amazon's order reports still hold (two years). */
const HISTORY_DAYS = 730

export interface AppOrder extends Pick<Ports, 'vault' | 'consent' | 'notifier' | 'settings' | 'log'> {
  readonly clock: Clock
  readonly fetch: typeof fetch
  readonly mode: 'read' | 'write'
  readonly programFolder: string
  readonly dataDirectory: string
  readonly figures: Figures
  readonly endpoints: Endpoints
  readonly env: Readonly<Record<string, string | undefined>>
  readonly facts: Pick<AppView, 'host' | 'version' | 'demo' | 'platform' | 'clock' | 'nativeNotices'>
}

export interface BuiltApp {
  readonly app: App
  close(): Promise<void>
}

/** The core with every adapter that both hosts share; the error is a sentence about the database. */
export async function buildApp(order: AppOrder): Promise<Result<BuiltApp, string>> {
  const { clock, endpoints, figures, log } = order
  const storage = startStorage({
    programFolder: order.programFolder,
    mode: order.mode,
    databasePath: join(order.dataDirectory, 'springline.db'),
    allowedOrigins: documentOrigins(endpoints),
    version: order.facts.version,
  })
  const ready = await storage.ready
  if (!ready.ok) {
    await storage.close()
    return err(openTroubleText(ready.error))
  }
  const random = createSystemRandom()
  const ports: Ports = {
    clock,
    random,
    log,
    vault: order.vault,
    consent: order.consent,
    notifier: order.notifier,
    settings: order.settings,
    ...(await openDoors(order, storage.stores, random)),
    ingest: storage.ingest,
    kept: storage.kept,
    stores: storage.stores,
    surroundings: createSurroundings({ fetch: order.fetch, monotonic: () => performance.now(), dataDirectory: order.dataDirectory }),
  }
  const app = createApp(ports, {
    datasets,
    figures,
    endpoints,
    historyDays: historyDays(order.env),
    dataDirectory: order.dataDirectory,
    rights: order.mode === 'write' ? 'full' : 'reading',
    facts: order.facts,
  })
  return ok({
    app,
    async close() {
      await app.stop()
      await storage.close()
    },
  })
}

/** Everything that speaks to Amazon or the broker. */
async function openDoors(order: AppOrder, stores: Stores, random: Random): Promise<Pick<Ports, 'login' | 'sellingApi' | 'adsApi'>> {
  const { clock, endpoints, log } = order
  const { quota, findings } = stores
  const mayWrite = order.mode === 'write'
  const marks = await quota.marks()
  const keep = mayWrite ? (mark: QuotaMark) => void quota.keep(mark).catch(() => log.write('warn', 'quota-not-kept')) : () => undefined
  const note = mayWrite ? findings.note : async () => undefined
  const fetches = watchDoors({ fetch: order.fetch, endpoints, clock, findings: { note } })
  const api = { clock, log, userAgent: userAgent(order) }
  return {
    login: createLogin({ fetch: fetches.login, clock, random, endpoints }),
    sellingApi: createSellingApi({ ...api, endpoints: endpoints.selling, fetch: fetches.selling, quota: { marks, keep } }),
    adsApi: createAdsApi({ ...api, endpoints: endpoints.ads, fetch: fetches.advertising }),
  }
}

/** `AppId/Version (Language=…; Platform=…)`, as Amazon asks for (docs/amazon.md §2.3). */
function userAgent({ facts }: AppOrder): string {
  return `Springline/${facts.version} (Language=TypeScript/6; Platform=${facts.platform})`
}

/** `SPRINGLINE_HISTORY_DAYS` shortens or lengthens what new channels start with. */
function historyDays(env: AppOrder['env']): number {
  const days = Number(env['SPRINGLINE_HISTORY_DAYS'] ?? HISTORY_DAYS)
  return Number.isInteger(days) && days > 0 && days <= 3 * 365 ? days : HISTORY_DAYS
}
