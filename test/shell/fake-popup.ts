import { EventEmitter } from 'node:events'
import type { PopupContents, PopupSession, PopupWindow } from '../../src/main/hosts/electron/consent/popup-world.ts'
import type { PopupWorld } from '../../src/main/hosts/electron/consent/consent-popup.ts'

/** One popup as a person at the keyboard sees it; every member is compared with Electron's own types in `typed.test.ts`. */
export class FakeContents extends EventEmitter implements PopupContents {
  readonly loaded: string[] = []
  windowOpen: (details: { url: string }) => { action: 'deny' } = () => ({ action: 'deny' })

  setWindowOpenHandler(decide: (details: { url: string }) => { action: 'deny' }): void {
    this.windowOpen = decide
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }

  /** A navigation; answers whether it was stopped. */
  meet(event: 'will-navigate' | 'will-redirect', url: string, isMainFrame = true): boolean {
    let stopped = false
    this.emit(event, { url, isMainFrame, preventDefault: () => (stopped = true) })
    return stopped
  }
}

export class FakeWindow extends EventEmitter implements PopupWindow {
  readonly webContents = new FakeContents()
  titles: string[] = []
  destroyed = false

  setTitle(title: string): void {
    this.titles.push(title)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  /** As in Electron: destroying also tells `closed`. */
  destroy(): void {
    this.destroyed = true
    this.emit('closed')
  }
}

export class FakeSession extends EventEmitter implements PopupSession {
  handler: ((request: { readonly url: string }) => Response) | null = null
  unhandled = 0
  wiped: string[] = []
  permission: ((contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void) | null = null
  check: (() => boolean) | null = null
  readonly protocol = {
    handle: (_scheme: 'springline', handler: (request: { readonly url: string }) => Response) => {
      this.handler = handler
    },
    unhandle: () => {
      this.unhandled += 1
      this.handler = null
    },
  }

  setPermissionRequestHandler(handler: FakeSession['permission'] & object): void {
    this.permission = handler
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler
  }

  async clearStorageData(): Promise<void> {
    this.wiped.push('storage')
  }

  async clearCache(): Promise<void> {
    this.wiped.push('cache')
  }
}

export interface Desk extends PopupWorld {
  readonly windows: FakeWindow[]
  readonly sessions: FakeSession[]
  readonly partitions: string[]
  readonly options: Electron.BrowserWindowConstructorOptions[]
  /** Turns the hands past every timer. */
  ring(): void
  readonly timers: number[]
}

/** A desk on which popups open; nothing happens by itself. */
export function openDesk(): Desk {
  const pending = new Set<() => void>()
  const desk = {
    windows: [] as FakeWindow[],
    sessions: [] as FakeSession[],
    partitions: [] as string[],
    options: [] as Electron.BrowserWindowConstructorOptions[],
    timers: [] as number[],
  }
  return {
    ...desk,
    ring: () => {
      for (const call of pending) call()
    },
    makeSession: (partition) => {
      const session = new FakeSession()
      desk.sessions.push(session)
      desk.partitions.push(partition)
      return session
    },
    makeWindow: (options) => {
      const window = new FakeWindow()
      desk.windows.push(window)
      desk.options.push(options)
      return window
    },
    later: (delayMs, call) => {
      desk.timers.push(delayMs)
      pending.add(call)
      return () => void pending.delete(call)
    },
    newId: () => String(desk.partitions.length + 1),
  }
}
