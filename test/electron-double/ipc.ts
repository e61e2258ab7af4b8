import { EventEmitter } from 'node:events'

type Listener = (event: unknown, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Listener>()

  handle(name: string, listener: Listener): void {
    if (this.#handlers.has(name)) throw new Error(`Attempted to register a second handler for '${name}'`)
    this.#handlers.set(name, listener)
  }

  removeHandler(name: string): void {
    this.#handlers.delete(name)
  }

  /** For the double's pages: what `ipcRenderer.invoke` comes down to. */
  async invoke(event: unknown, name: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(name)
    if (!handler) throw new Error(`No handler registered for '${name}'`)
    return handler(event, ...args)
  }
}

export const ipcMain = new IpcMain()
