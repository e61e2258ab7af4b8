import { join } from 'node:path'
import type { AppView } from '../../../../shared/contract/views/app.ts'
import type { Endpoints } from '../../../../shared/contract/endpoints.ts'
import { err, ok, type Result } from '../../../../shared/lib/result.ts'
import { createFileLog } from '../../../adapters/log/file-log.ts'
import { createClock } from '../../../adapters/system/create-clock.ts'
import { takeInstanceLock, type InstanceLock } from '../../../adapters/system/lock-file.ts'
import { createSystemClock } from '../../../adapters/system/system-clock.ts'
import type { App } from '../../../core/app-surface.ts'
import type { ConsentSurface } from '../../../core/ports/consent.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Notifier } from '../../../core/ports/notifier.ts'
import type { SettingsStore } from '../../../core/ports/settings.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { buildApp } from '../../common/build-app.ts'
import { readEndpoints } from '../../common/read-endpoints.ts'
import { readFigures } from '../../common/read-figures.ts'
import { VERSION } from '../../common/version.ts'
import type { ShellOptions } from './options.ts'

export interface CoreOrder {
  readonly options: ShellOptions
  readonly env: Readonly<Record<string, string | undefined>>
  readonly programFolder: string
  readonly dataDirectory: string
  readonly notifier: Notifier
  readonly settings: SettingsStore
  readonly areNoticesShown: () => boolean
  openVault(): Promise<Result<Vault, string>>
  makeConsent(endpoints: Endpoints): ConsentSurface
}

export interface OpenCore {
  readonly app: App
  readonly log: Log
  /** Stops the core and gives the data directory back. */
  close(): Promise<void>
}

/** The core for this shell; the error is a sentence for the person. */
export async function openCore(order: CoreOrder): Promise<Result<OpenCore, string>> {
  const lock = takeInstanceLock(order.dataDirectory, { host: 'electron', nowMs: Date.now() })
  if (!lock.ok)
    return err(
      `The data directory ${order.dataDirectory} is in use by another Springline${lock.error ? ` (${lock.error.host}, process ${lock.error.pid})` : ''}. Stop it first.`,
    )
  const built = await build(order, lock.value)
  if (!built.ok) lock.value.release()
  return built
}

async function build(order: CoreOrder, lock: InstanceLock): Promise<Result<OpenCore, string>> {
  const { options, dataDirectory } = order
  const figures = readFigures()
  const endpoints = readEndpoints(figures, options.endpointsFile)
  if (!endpoints.ok) return endpoints
  const log = createFileLog({ file: join(dataDirectory, 'logs', 'springline.log'), clock: createSystemClock() })
  const clock = await createClock({ env: { SPRINGLINE_CLOCK_URL: options.clockUrl ?? undefined }, fetch, log })
  if (!clock.ok) return clock
  const vault = await order.openVault()
  if (!vault.ok) return vault
  const built = await buildApp({
    vault: vault.value,
    consent: order.makeConsent(endpoints.value),
    notifier: order.notifier,
    settings: order.settings,
    log,
    clock: clock.value,
    fetch,
    mode: 'write',
    programFolder: order.programFolder,
    dataDirectory,
    figures,
    endpoints: endpoints.value,
    env: order.env,
    facts: appFacts(order),
  })
  if (!built.ok) return built
  return ok({
    app: built.value.app,
    log,
    async close() {
      await built.value.close()
      clock.value.close()
      lock.release()
    },
  })
}

/** `nativeNotices` is read at each call: a system that stops showing notices hands them to the window. */
function appFacts({
  options,
  areNoticesShown,
}: CoreOrder): Pick<AppView, 'host' | 'version' | 'demo' | 'platform' | 'clock' | 'nativeNotices'> {
  return {
    host: options.hostName,
    version: VERSION,
    demo: options.demo,
    platform: process.platform,
    clock: options.clockUrl === null ? 'system' : 'simulated',
    get nativeNotices() {
      return areNoticesShown()
    },
  }
}
