import { test as base, expect, type Page } from '@playwright/test'
import { startAmazon, TODAY, type Amazon } from './support/amazon.ts'
import { hostName, startHost, type Host, type HostName, type HostOrder } from './support/host.ts'
import { copyPlace, makePlace, removePlace, type Place } from './support/layout.ts'
import { makeSeed } from './support/seed.ts'

export { expect } from '@playwright/test'

/** The program of one test: begun, ended and begun again as the test likes. */
export interface App {
  readonly host: HostName
  readonly place: Place
  start(more?: Partial<Pick<HostOrder, 'more' | 'keys'>>): Promise<Host>
  /** The running host; an error when none runs. */
  now(): Host
  stop(): Promise<void>
  kill(): Promise<void>
}

interface PerTest {
  /** `connected`: an account with six weeks of history, synced four days ago. `empty`: a first start. */
  readonly world: 'connected' | 'empty'
  /** What the window may say as an error on its console; nothing, unless a test provokes it. */
  readonly consoleMaySay: RegExp | null
  readonly place: Place
  readonly amazon: Amazon
  readonly app: App
}

interface PerWorker {
  readonly seed: Place
}

/** What a window may say on its console: nothing that is an error. Content-security violations are errors. */
function watchConsole(window: Page, said: string[]): void {
  window.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  window.on('pageerror', (error) => said.push(`uncaught: ${error.message}`))
}

export const test = base.extend<PerTest, PerWorker>({
  seed: [
    async ({}, use) => {
      const seed = await makeSeed()
      await use(seed)
      removePlace(seed)
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  world: ['connected', { option: true }],
  consoleMaySay: [null, { option: true }],
  place: async ({ seed, world }, use) => {
    const place = world === 'connected' ? copyPlace(seed) : await makePlace()
    await use(place)
    removePlace(place)
  },
  amazon: async ({ place, world }, use) => {
    const amazon = await startAmazon(place, TODAY)
    if (world === 'connected') amazon.clock.set(TODAY)
    amazon.clock.setRate(1)
    await use(amazon)
    await amazon.stop()
  },
  app: async ({ place, amazon, consoleMaySay }, use, info) => {
    const host = hostName(process.env)
    const said: string[] = []
    let running: Host | null = null
    const end = async (how: 'stop' | 'kill') => {
      const host = running
      running = null
      await host?.[how]()
    }
    await use({
      host,
      place,
      async start(more = {}) {
        running = await startHost(host, { place, clockUrl: amazon.clockUrl, ...more })
        watchConsole(running.window, said)
        const answer = await readHost(running.window)
        info.annotations.push({ type: 'ran on', description: answer })
        return running
      },
      now: () => {
        if (running === null) throw new Error('the program is not running')
        return running
      },
      stop: () => end('stop'),
      kill: () => end('kill'),
    })
    await end('stop')
    expect(
      said.filter((text) => !consoleMaySay?.test(text)),
      'what the window said on its console',
    ).toEqual([])
  },
})

/** Host and browser as they name themselves at run time; never taken from the configuration. */
async function readHost(window: Page): Promise<string> {
  await expect(window.locator('#root')).not.toBeEmpty()
  const carrier = await window.evaluate(() => ('springline' in window ? 'bridge' : 'socket'))
  return `${carrier}, ${await window.evaluate(() => navigator.userAgent)}`
}
