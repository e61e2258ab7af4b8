import { _electron } from '@playwright/test'
import { findElectron } from '../../../scripts/find-electron.mjs'
import { environment, hostOptions } from './command.ts'
import type { Host, HostOrder } from './host.ts'
import { PROGRAM } from './layout.ts'

/** The same specs in Electron itself, where its program is on this computer. What lies outside the window is not driven. */
export async function startElectron({ place, clockUrl, more = [] }: HostOrder): Promise<Host> {
  const executablePath = findElectron()
  if (executablePath === null) throw new Error('NOT RUN: no Electron binary on this computer')
  const env = Object.fromEntries(Object.entries(environment(clockUrl)).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const app = await _electron.launch({ executablePath, args: [PROGRAM, ...hostOptions(place), ...more], cwd: PROGRAM, env })
  const window = await app.firstWindow()
  return {
    window,
    async consentPage(act) {
      const [page] = await Promise.all([app.waitForEvent('window'), act()])
      return page
    },
    outside: null,
    stop: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
    },
  }
}
