import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { closeBrowser, theBrowser } from './chromium.ts'
import { takeInstance } from './single-instance.ts'
import { told } from './told.ts'

const paths = new Map<string, string>([['userData', join(tmpdir(), `electron-double-${process.pid}`)]])
const ready = Promise.withResolvers<void>()
let leaving = false

class App extends EventEmitter {
  readonly isPackaged = false

  getVersion(): string {
    return '0.0.0'
  }

  getName(): string {
    return 'springline'
  }

  getPath(name: string): string {
    return paths.get(name) ?? tmpdir()
  }

  setPath(name: string, path: string): void {
    paths.set(name, path)
  }

  whenReady(): Promise<void> {
    return ready.promise
  }

  requestSingleInstanceLock(): boolean {
    return takeInstance(this.getPath('userData'), process.argv, (argv) => this.emit('second-instance', {}, argv, process.cwd(), null))
  }

  enableSandbox(): void {
    told.sandbox = true
  }

  setAppUserModelId(id: string): void {
    told.appId = id
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    told.schemes.push(scheme)
    return true
  }

  /** As in Electron: everybody may still say no in `before-quit`. */
  quit(): void {
    if (leaving) return
    let stopped = false
    this.emit('before-quit', { preventDefault: () => (stopped = true) })
    if (!stopped) this.exit(0)
  }

  exit(code = 0): void {
    leaving = true
    void closeBrowser().finally(() => process.exit(code))
  }
}

export const app = new App()

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
// Ready is told in a later turn, after the program has said what must be said before it.
setImmediate(() => {
  if (leaving) return
  theBrowser().then(
    () => {
      ready.resolve()
      app.emit('ready')
    },
    (cause: unknown) => ready.reject(cause),
  )
})
