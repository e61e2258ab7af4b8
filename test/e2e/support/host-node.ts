import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { launchBrowser } from '../../../src/demo/browser.ts'
import { environment, hostOptions } from './command.ts'
import type { Host, HostOrder } from './host.ts'
import { PROGRAM } from './layout.ts'
import { endProcess } from './end-process.ts'

/** The node host as its own process, its window in headless Chromium, Amazon's pages in a tab beside it. */
export async function startNode({ place, clockUrl }: HostOrder): Promise<Host> {
  const child = spawn(process.execPath, ['out/main/serve.js', '--json', '--no-open', ...hostOptions(place)], {
    cwd: PROGRAM,
    env: environment(clockUrl),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (bytes) => (words = `${words}${String(bytes)}`.slice(-2_000)))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the node host ended with ${code}: ${words}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { url: string }).url)
    })
  })
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const window = await context.newPage()
  await window.goto(url)
  const close = async (signal: NodeJS.Signals) => {
    await browser.close()
    await endProcess(child, signal)
  }
  return {
    window,
    async consentPage(act) {
      const [page] = await Promise.all([context.waitForEvent('page'), act()])
      return page
    },
    outside: null,
    stop: () => close('SIGTERM'),
    kill: () => close('SIGKILL'),
  }
}
