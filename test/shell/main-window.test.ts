import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { EventMessage } from '../../src/shared/contract/wire.ts'
import { createMainWindow } from '../../src/main/hosts/electron/window/main-window.ts'

class FakeContents extends EventEmitter {
  readonly id: number
  readonly sent: unknown[][] = []
  reloads = 0

  constructor(id: number) {
    super()
    this.id = id
  }

  send(...args: unknown[]): void {
    this.sent.push(args)
  }

  reload(): void {
    this.reloads += 1
  }
}

/** What of Electron's window the shell uses; the type is Electron's own for each member. */
class FakeWindow extends EventEmitter {
  readonly webContents: FakeContents
  shown = 0
  hidden = 0
  loaded: string[] = []
  minimized = false

  constructor(id: number) {
    super()
    this.webContents = new FakeContents(id)
  }

  loadURL = (async (url) => void this.loaded.push(url)) satisfies Electron.BrowserWindow['loadURL']
  show = (() => void (this.shown += 1)) satisfies Electron.BrowserWindow['show']
  hide = (() => void (this.hidden += 1)) satisfies Electron.BrowserWindow['hide']
  focus = (() => undefined) satisfies Electron.BrowserWindow['focus']
  restore = (() => void (this.minimized = false)) satisfies Electron.BrowserWindow['restore']
  isMinimized = (() => this.minimized) satisfies Electron.BrowserWindow['isMinimized']
  isDestroyed = (() => false) satisfies Electron.BrowserWindow['isDestroyed']
  getNormalBounds = (() => ({ x: 1, y: 2, width: 1000, height: 700 })) satisfies Electron.BrowserWindow['getNormalBounds']

  /** As a person closes it; answers whether it was stopped. */
  closeByHand(): boolean {
    let stopped = false
    this.emit('close', { preventDefault: () => (stopped = true) })
    if (!stopped) this.emit('closed')
    return stopped
  }
}

function shell() {
  const made: FakeWindow[] = []
  const told = { hidden: 0, bounds: [] as unknown[], quitting: false }
  const trusted = new Set<number>()
  const main = createMainWindow({
    make: () => {
      const window = new FakeWindow(made.length + 1)
      made.push(window)
      return window as unknown as Electron.BrowserWindow
    },
    preload: '/preload/index.cjs',
    screens: () => [],
    bounds: { readBounds: () => null, writeBounds: (bounds) => told.bounds.push(bounds) },
    trusted,
    isQuitting: () => told.quitting,
    onHidden: () => (told.hidden += 1),
  })
  return { main, made, told, trusted }
}

test('the window is made once, on our own address, and its contents may call', () => {
  const { main, made, trusted } = shell()
  main.show()
  main.show()
  expect([made.length, made[0]?.loaded, [...trusted]]).toEqual([1, ['app://springline/'], [1]])
})

test('closing hides it and remembers its place; quitting closes it for good', () => {
  const { main, made, told, trusted } = shell()
  main.show()
  expect(made[0]?.closeByHand()).toBe(true)
  expect([made[0]?.hidden, told.hidden, told.bounds]).toEqual([1, 1, [{ x: 1, y: 2, width: 1000, height: 700 }]])
  told.quitting = true
  expect(made[0]?.closeByHand()).toBe(false)
  expect([...trusted]).toEqual([])
})

test('a window that is gone is made anew, and the old one may call no more', () => {
  const { main, made, told, trusted } = shell()
  main.show()
  told.quitting = true
  made[0]?.closeByHand()
  main.show()
  expect([made.length, [...trusted]]).toEqual([2, [2]])
})

test('events reach the window while there is one', () => {
  const { main, made } = shell()
  const message: EventMessage = { event: 'changed', value: { topics: ['channels'] } }
  main.tell(message)
  main.show()
  main.tell(message)
  expect(made[0]?.webContents.sent).toEqual([['event', message]])
})

test('a renderer that died is loaded again', () => {
  const { main, made } = shell()
  main.show()
  made[0]?.webContents.emit('render-process-gone')
  expect(made[0]?.webContents.reloads).toBe(1)
})
