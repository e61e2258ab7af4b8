import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { createFileLog } from '../../adapters/log/file-log.ts'
import { createClock } from '../../adapters/system/create-clock.ts'
import { guardNewFiles, openDataDirectory } from '../../adapters/system/open-data-directory.ts'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import { takeInstanceLock, type InstanceLock } from '../../adapters/system/lock-file.ts'
import { watchResume } from '../../adapters/system/watch-resume.ts'
import { createMemoryVault } from '../../adapters/vault/memory-vault.ts'
import type { App } from '../../core/app-surface.ts'
import { buildApp } from '../common/build-app.ts'
import { locateDataDirectory } from '../common/locate-data-directory.ts'
import { readEndpoints } from '../common/read-endpoints.ts'
import { readFigures } from '../common/read-figures.ts'
import { VERSION } from '../common/version.ts'
import { createLoopbackConsent } from './loopback-consent.ts'
import { createWindowNotifier } from './window-notifier.ts'
import { openSettingsFile } from './settings-file.ts'
import { openNodeVault } from './open-node-vault.ts'

export interface HostOrder {
  readonly mode: 'read' | 'write'
  readonly dataDirectory: string | null
  readonly endpointsFile: string | null
  readonly passphraseFile: string | null
  readonly env: Readonly<Record<string, string | undefined>>
  readonly programFolder: string
  /** Tells a person without a window which address to open. */
  readonly announceConsent: ((url: string) => void) | null
  readonly demo?: boolean
}

export interface OpenTrouble {
  readonly code: 'in-use' | 'usage' | 'failed'
  /** A sentence that names the thing and the remedy. */
  readonly message: string
}

export interface NodeHost {
  readonly app: App
  readonly dataDirectory: string
  consentUrl(attemptId: string): string | null
  announcePort(port: number): void
  close(): Promise<void>
}

/** Builds the core on plain Node. A database that is not there yet is made even for a reader, if nobody else is writing. */
export async function openHost(order: HostOrder): Promise<Result<NodeHost, OpenTrouble>> {
  guardNewFiles()
  const directory = openDataDirectory(locateDataDirectory(order.dataDirectory, order.env))
  if (!directory.ok) return err({ code: 'failed', message: directory.error.sentence })
  const isFirst = !existsSync(join(directory.value, 'springline.db'))
  if (order.mode === 'read' && !isFirst) return build(order, { mode: 'read', directory: directory.value, lock: null })
  const lock = takeInstanceLock(directory.value, { host: 'node', nowMs: Date.now() })
  if (!lock.ok) return err({ code: 'in-use', message: inUse(directory.value, lock.error) })
  const built = await build(order, { mode: 'write', directory: directory.value, lock: lock.value })
  if (!built.ok) lock.value.release()
  return built
}

interface Standing {
  readonly mode: 'read' | 'write'
  readonly directory: string
  readonly lock: InstanceLock | null
}

async function build(order: HostOrder, { mode, directory, lock }: Standing): Promise<Result<NodeHost, OpenTrouble>> {
  const figures = readFigures()
  const endpoints = readEndpoints(figures, order.endpointsFile)
  if (!endpoints.ok) return err({ code: 'usage', message: endpoints.error })
  const log = createFileLog({ file: join(directory, 'logs', 'springline.log'), clock: createSystemClock() })
  const clock = await createClock({ env: { SPRINGLINE_CLOCK_URL: order.env['SPRINGLINE_CLOCK_URL'] }, fetch, log })
  if (!clock.ok) return err({ code: 'usage', message: clock.error })
  const vault = mode === 'write' ? await openNodeVault(directory, order.passphraseFile, order.env) : ok(createMemoryVault())
  if (!vault.ok) return err({ code: 'usage', message: vault.error })
  const consent = createLoopbackConsent(order.announceConsent)
  const settings = openSettingsFile(directory)
  const built = await buildApp({
    vault: vault.value,
    consent,
    notifier: createWindowNotifier(),
    settings,
    log,
    clock: clock.value,
    fetch,
    mode,
    programFolder: order.programFolder,
    dataDirectory: directory,
    figures,
    endpoints: endpoints.value,
    env: order.env,
    facts: {
      host: 'node',
      version: VERSION,
      demo: order.demo === true,
      platform: process.platform,
      clock: order.env['SPRINGLINE_CLOCK_URL'] ? 'simulated' : 'system',
      nativeNotices: false,
    },
  })
  if (!built.ok) return err({ code: 'failed', message: built.error })
  const { app, close } = built.value
  const resume = watchResume(clock.value)
  resume.onResume(() => app.wake('resume'))
  return ok({
    app,
    dataDirectory: directory,
    consentUrl: consent.consentUrl,
    announcePort: (port) => lock?.announcePort(port),
    async close() {
      resume.stop()
      await close()
      clock.value.close()
      lock?.release()
    },
  })
}

function inUse(directory: string, owner: { readonly pid: number; readonly host: string } | null): string {
  const who = owner ? ` (${owner.host}, process ${owner.pid})` : ''
  return `The data directory ${directory} is in use by Springline${who}. Stop it first, or give another --data-dir. Reading commands (status, coverage, report, export, diagnose) work beside it.`
}
