import { spawn } from 'node:child_process'
import { findElectron } from '../../scripts/find-electron.mjs'
import type { Amazon } from './amazon.ts'
import { PROGRAM, type Layout } from './layout.ts'
import { springlineOn } from './springline.ts'
import { startWindow } from './window.ts'

/** Real time: a simulated minute takes a minute. */
const LIVE_RATE = 1

/** Simulated ms per real ms while the app is given the minutes in which it asks twice. */
const NOTICE_RATE = 120
const NOTICE_WITHIN_MS = 20_000

/** Runs the app unseen for a few simulated minutes, so that a person finds the ended permission noticed already. */
export async function letItNotice(layout: Layout, amazon: Amazon): Promise<void> {
  const springline = springlineOn(layout, layout.live, amazon.clockUrl)
  await amazon.setClock({ rate: NOTICE_RATE })
  const window = await startWindow(layout, layout.live, amazon.clockUrl)
  const until = Date.now() + NOTICE_WITHIN_MS
  while (Date.now() < until) {
    const { channels } = (await springline.run(['status'])) as { channels: { status: string }[] }
    if (channels.some((channel) => channel.status === 'reconnect-required')) break
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  await amazon.setClock({ rate: 0 })
  await window.stop()
}

/** Opens the demo for a person: Electron where its program is on this computer already, else the node host. */
export async function openLive(
  layout: Layout,
  amazon: Amazon,
  how: { readonly open: boolean; readonly say: (line: string) => void },
): Promise<number> {
  await amazon.setClock({ rate: LIVE_RATE })
  const electron = findElectron()
  const options = ['--demo', '--data-dir', layout.live.data, '--endpoints', layout.endpoints, '--passphrase-file', layout.passphrase]
  const args = electron ? [PROGRAM, ...options] : ['out/main/serve.js', ...options, ...(how.open ? [] : ['--no-open'])]
  how.say('The demo runs until you press Ctrl+C. Amazon is a stand-in on this computer; every figure is made up.')
  const child = spawn(electron ?? process.execPath, args, {
    cwd: PROGRAM,
    stdio: 'inherit',
    env: { ...process.env, SPRINGLINE_CLOCK_URL: amazon.clockUrl },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  // However the demo ends, the app ends with it and its data directory is free again.
  process.on('exit', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 0)))
}
