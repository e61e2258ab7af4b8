import { join } from 'node:path'
import type { AppView } from '../../../shared/contract/views/app.ts'
import type { Endpoints } from '../../../shared/contract/endpoints.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { createFileLog } from '../../adapters/log/file-log.ts'
import { createClock } from '../../adapters/system/create-clock.ts'
import { takeInstanceLock, type InstanceLock } from '../../adapters/system/lock-file.ts'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import type { App } from '../../core/app-surface.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { ConsentSurface } from '../../core/ports/consent.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Notifier } from '../../core/ports/notifier.ts'
import type { SettingsStore } from '../../core/ports/settings.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { buildApp } from './build-app.ts'
import { readEndpoints } from './read-endpoints.ts'
import { readFigures } from './read-figures.ts'
import { VERSION } from './version.ts'

/** What a host brings so that the core can be built on it. */
export interface CoreOrder {
  readonly host: AppView['host']
  readonly mode: 'read' | 'write'
  readonly demo: boolean
  readonly dataDirectory: string
  readonly endpointsFile: string | null
  /** Address of a stand-in's clock; null for the system's. */
  readonly clockUrl: string | null
  readonly programFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly notifier: Notifier
  readonly settings: SettingsStore
  readonly areNoticesShown: () => boolean
  openVault(): Promise<Result<Vault, string>>
  makeConsent(endpoints: Endpoints): ConsentSurface
}

export interface OpenCore {
  readonly app: App
  readonly log: Log
  readonly clock: Clock
  /** Stops the core; the data directory's lock is the caller's to give back. */
  close(): Promise<void>
}

export interface CoreTrouble {
  readonly code: 'usage' | 'failed'
  /** A sentence for the person. */
  readonly message: string
}

/** The core with everything that does not depend on the host. */
export async function openCore(order: CoreOrder): Promise<Result<OpenCore, CoreTrouble>> {
  const { dataDirectory } = order
  const figures = readFigures()
  const endpoints = readEndpoints(figures, order.endpointsFile)
  if (!endpoints.ok) return err({ code: 'usage', message: endpoints.error })
  const log = createFileLog({ file: join(dataDirectory, 'logs', 'springline.log'), clock: createSystemClock() })
  const clock = await createClock({ env: { SPRINGLINE_CLOCK_URL: order.clockUrl ?? undefined }, fetch, log })
  if (!clock.ok) return err({ code: 'usage', message: clock.error })
  const vault = await order.openVault()
  if (!vault.ok) return err({ code: 'usage', message: vault.error })
  const built = await buildApp({
    vault: vault.value,
    consent: order.makeConsent(endpoints.value),
    notifier: order.notifier,
    settings: order.settings,
    log,
    clock: clock.value,
    fetch,
    mode: order.mode,
    programFolder: order.programFolder,
    dataDirectory,
    figures,
    endpoints: endpoints.value,
    env: order.env,
    facts: appFacts(order),
  })
  if (!built.ok) return err({ code: 'failed', message: built.error })
  return ok({
    app: built.value.app,
    log,
    clock: clock.value,
    async close() {
      await built.value.close()
      clock.value.close()
    },
  })
}

/** The lock of a data directory, or a sentence that names who holds it. */
export function lockDataDirectory(dataDirectory: string, host: 'electron' | 'node'): Result<InstanceLock, string> {
  const lock = takeInstanceLock(dataDirectory, { host, nowMs: Date.now() })
  if (lock.ok) return lock
  const who = lock.error ? ` (${lock.error.host}, process ${lock.error.pid})` : ''
  return err(
    `The data directory ${dataDirectory} is in use by Springline${who}. Stop it first, or give another --data-dir. Reading commands (status, coverage, report, export, diagnose) work beside it.`,
  )
}

/** `nativeNotices` is read at each call: a system that stops showing notices hands them to the window. */
function appFacts(order: CoreOrder): Pick<AppView, 'host' | 'version' | 'demo' | 'platform' | 'clock' | 'nativeNotices'> {
  return {
    host: order.host,
    version: VERSION,
    demo: order.demo,
    platform: process.platform,
    clock: order.clockUrl === null ? 'system' : 'simulated',
    get nativeNotices() {
      return order.areNoticesShown()
    },
  }
}
