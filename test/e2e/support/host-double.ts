import { fork, type ChildProcess } from 'node:child_process'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Order } from '../../electron-double/obey.ts'
import { environment, hostOptions } from './command.ts'
import { endProcess } from './end-process.ts'
import type { Host, HostOrder, Outside, OutsideState } from './host.ts'
import { freePorts, PROGRAM } from './layout.ts'

/** Longer than the browser's own 30 s, so that a browser that does not start is named by its own error. */
const START_MS = 50_000

/** The built Electron program on the double (see test/electron-double/README.md); this is not Electron. */
export async function startDouble(order: HostOrder): Promise<Host> {
  const [port = 0] = await freePorts(1)
  const child = forkDouble(order, order.more ?? [], { ELECTRON_DOUBLE_DEBUG_PORT: String(port) })
  const outside = outsideOf(child, order)
  const browser = await connect(child, outside, port)
  const context = browser.contexts()[0]
  if (!context) throw new Error('the double has no browser')
  const window = mainPage(context)
  const end = async (signal: NodeJS.Signals) => {
    await endProcess(child, signal)
    await browser.close().catch(() => undefined)
  }
  return {
    window,
    async consentPage(act) {
      const [page] = await Promise.all([context.waitForEvent('page'), act()])
      return page
    },
    outside,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function forkDouble({ place, clockUrl, keys }: HostOrder, more: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const options = keys === 'os' ? hostOptions(place).slice(0, 4) : hostOptions(place)
  return fork('out/main/index.js', [...options, ...more], {
    cwd: PROGRAM,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', './test/electron-double/register.mjs'],
    env: { ...environment(clockUrl), SPRINGLINE_HOST_NAME: 'electron-double', ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
}

/** Looks into the browser only once the program shows its window, so that no page is met half made. */
async function connect(child: ChildProcess, outside: Outside, port: number): Promise<Browser> {
  let words = ''
  child.stderr?.on('data', (bytes) => (words = `${words}${String(bytes)}`.slice(-2_000)))
  const until = Date.now() + START_MS
  const gone = ended(child)
  let last = ''
  while (Date.now() < until && child.exitCode === null) {
    const { windows } = await Promise.race([outside.state(), gone])
    if (windows.some(({ url }) => url.startsWith('app://'))) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    last = JSON.stringify(windows)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the double showed no window (exit ${child.exitCode}, windows ${last}): ${words}`)
}

function ended(child: ChildProcess): Promise<Pick<OutsideState, 'windows'>> {
  return new Promise((resolve) => child.once('exit', () => resolve({ windows: [] })))
}

function mainPage(context: BrowserContext): Page {
  const page = context.pages().find((one) => one.url().includes('.app-scheme.internal'))
  if (page === undefined) throw new Error('the window of the double is not in its browser')
  return page
}

function outsideOf(child: ChildProcess, order: HostOrder): Outside {
  let last = 0
  const obey = (wanted: Order) =>
    new Promise<unknown>((resolve) => {
      const id = ++last
      const hear = (message: { id: number; value: unknown }) => {
        if (message.id !== id) return
        child.off('message', hear)
        resolve(message.value)
      }
      child.on('message', hear)
      child.send({ id, order: wanted })
    })
  return {
    obey,
    state: () => obey({ do: 'state' }) as Promise<OutsideState>,
    startAgain: (argv) =>
      new Promise((resolve, reject) => {
        const second = forkDouble(order, argv, {})
        second.once('error', reject)
        second.once('exit', (code) => resolve(code))
      }),
  }
}
