import { describe, expect, test } from 'vitest'
import { claimScheme } from '../../src/main/hosts/electron/start/claim-scheme.ts'
import { readOptions } from '../../src/main/hosts/common/shell-options.ts'
import { watchMachine } from '../../src/main/hosts/common/watch-machine.ts'
import { boundsToUse } from '../../src/main/hosts/common/window-bounds.ts'
import { explainTray } from '../../src/main/hosts/common/explain-tray.ts'
import { createMemorySettings } from '../twins/settings.ts'

const LINK = 'springline://authorize/seller-eu?handoff=abcdefgh&ticket=t'

describe('options', () => {
  test('a development start reads its options in both spellings', () => {
    const read = readOptions({
      argv: ['.', '--data-dir', '/d', '--endpoints=/e.json', '--passphrase-file', '/p', '--demo', '--no-sandbox'],
      env: {},
      packaged: false,
    })
    expect(read).toEqual({
      ok: true,
      value: {
        dataDirectory: '/d',
        endpointsFile: '/e.json',
        passphraseFile: '/p',
        demo: true,
        clockUrl: null,
        hostName: 'electron',
        link: null,
      },
    })
  })

  test.each([
    [['--endpoints', '/e.json'], {}, '--endpoints'],
    [['--endpoints=/e.json'], {}, '--endpoints'],
    [[], { SPRINGLINE_ENDPOINTS: '/e.json' }, '--endpoints'],
    [[], { SPRINGLINE_CLOCK_URL: 'http://127.0.0.1:1/clock' }, 'SPRINGLINE_CLOCK_URL'],
  ])('a packaged app refuses %j %j', (argv, env, named) => {
    expect(readOptions({ argv, env, packaged: true })).toMatchObject({ ok: false, error: expect.stringContaining(named) as string })
    expect(readOptions({ argv, env, packaged: false }).ok).toBe(true)
  })

  test('a packaged app started by a link takes no option beside it', () => {
    const read = readOptions({ argv: ['--data-dir=/evil', LINK], env: {}, packaged: true })
    expect(read).toMatchObject({ ok: true, value: { dataDirectory: null, link: LINK } })
  })

  test('a packaged app never calls itself the double', () => {
    const env = { SPRINGLINE_HOST_NAME: 'electron-double' }
    expect(readOptions({ argv: [], env, packaged: true })).toMatchObject({ value: { hostName: 'electron' } })
    expect(readOptions({ argv: [], env, packaged: false })).toMatchObject({ value: { hostName: 'electron-double' } })
  })

  test('the demo has a data directory of its own', () => {
    expect(readOptions({ argv: ['--demo'], env: {}, packaged: false })).toMatchObject({ ok: false })
  })
})

describe('the scheme', () => {
  const claimed = (isPackaged: boolean, argv: string[]) => {
    const calls: unknown[][] = []
    claimScheme({ isPackaged, setAsDefaultProtocolClient: (...args: unknown[]) => calls.push(args) > 0 }, argv)
    return calls
  }

  test('is claimed for the program, in development with our script', () => {
    expect(claimed(true, ['/opt/springline'])).toEqual([['springline']])
    expect(claimed(false, ['electron', '/opt/app'])).toEqual([['springline', process.execPath, ['/opt/app']]])
  })
})

describe('the machine', () => {
  function machine(online: boolean) {
    const told: string[] = []
    let resume: () => void = () => undefined
    let look: () => void = () => undefined
    const state = { online }
    watchMachine(
      {
        power: { on: (_event, listener) => (resume = listener) },
        isOnline: () => state.online,
        every: (_ms, call) => ((look = call), () => undefined),
      },
      { wake: (reason) => told.push(`wake ${reason}`), connectivityChanged: (hint) => told.push(hint) },
    )
    return { told, state, resume: () => resume(), look: () => look() }
  }

  test('waking up wakes the core', () => {
    const { told, resume } = machine(true)
    resume()
    expect(told).toEqual(['unknown', 'wake resume'])
  })

  test('"offline" is believed, "online" only says that nobody knows; each change is told once', () => {
    const { told, state, look } = machine(true)
    look()
    state.online = false
    look()
    look()
    state.online = true
    look()
    expect(told).toEqual(['unknown', 'offline', 'unknown'])
  })
})

describe('the window’s place', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]

  test('is kept while it is on a screen', () => {
    expect(boundsToUse({ x: 100, y: 50, width: 1400, height: 900 }, screens)).toEqual({ x: 100, y: 50, width: 1400, height: 900 })
  })

  test('a screen that is gone costs the place, not the size', () => {
    expect(boundsToUse({ x: 2500, y: 50, width: 1400, height: 900 }, screens)).toEqual({ width: 1400, height: 900 })
    expect(boundsToUse({ x: Number.NaN, y: 50, width: 1400, height: 900 }, screens)).toEqual({ width: 1280, height: 800 })
    expect(boundsToUse(null, screens)).toEqual({ width: 1280, height: 800 })
  })
})

describe('closing the window', () => {
  test('is explained once, and quitting is one click away', async () => {
    const settings = createMemorySettings()
    const asked: Electron.MessageBoxOptions[] = []
    let quits = 0
    const world = {
      settings,
      ask: async (options: Electron.MessageBoxOptions) => (asked.push(options), { response: 1 }),
      quit: () => (quits += 1),
    }
    await explainTray(world)
    await explainTray(world)
    expect([asked.length, quits, settings.read().trayExplained]).toEqual([1, 1, true])
  })
})
