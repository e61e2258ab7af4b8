import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { guardNewFiles, openDataDirectory } from '../../adapters/system/open-data-directory.ts'
import type { InstanceLock } from '../../adapters/system/lock-file.ts'
import { watchResume } from '../../adapters/system/watch-resume.ts'
import { createMemoryVault } from '../../adapters/vault/memory-vault.ts'
import type { App } from '../../core/app-surface.ts'
import { locateDataDirectory } from '../common/locate-data-directory.ts'
import { lockDataDirectory, openCore } from '../common/open-core.ts'
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
  const lock = lockDataDirectory(directory.value, 'node')
  if (!lock.ok) return err({ code: 'in-use', message: lock.error })
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
  const consent = createLoopbackConsent(order.announceConsent)
  const core = await openCore({
    host: 'node',
    mode,
    demo: order.demo === true,
    dataDirectory: directory,
    endpointsFile: order.endpointsFile,
    clockUrl: order.env['SPRINGLINE_CLOCK_URL'] ?? null,
    programFolder: order.programFolder,
    env: order.env,
    notifier: createWindowNotifier(),
    settings: openSettingsFile(directory),
    areNoticesShown: () => false,
    openVault: async () => (mode === 'write' ? openNodeVault(directory, order.passphraseFile, order.env) : ok(createMemoryVault())),
    makeConsent: () => consent,
  })
  if (!core.ok) return core
  const { app, clock, close } = core.value
  const resume = watchResume(clock)
  resume.onResume(() => app.wake('resume'))
  return ok({
    app,
    dataDirectory: directory,
    consentUrl: consent.consentUrl,
    announcePort: (port) => lock?.announcePort(port),
    async close() {
      resume.stop()
      await close()
      lock?.release()
    },
  })
}
