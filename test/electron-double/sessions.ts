import { EventEmitter } from 'node:events'
import type { BrowserContext } from '@playwright/test'
import { app } from './app.ts'
import { theBrowser } from './chromium.ts'
import { told } from './told.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

class Protocol {
  readonly handlers = new Map<string, SchemeHandler>()

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already handled`)
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme)
  }

  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    told.privileged.push(...schemes.map((one) => one.scheme))
  }
}

/** A partition as a browser context: made when a window first needs it. */
export class Session extends EventEmitter {
  readonly protocol = new Protocol()
  #context: Promise<BrowserContext> | null = null

  constructor() {
    super()
    setImmediate(() => app.emit('session-created', this))
  }

  context(size: { width: number; height: number }): Promise<BrowserContext> {
    this.#context ??= this.#open(size)
    return this.#context
  }

  async #open(viewport: { width: number; height: number }): Promise<BrowserContext> {
    const context = await (
      await theBrowser()
    ).newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Berlin', acceptDownloads: false })
    return context
  }

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  async clearStorageData(): Promise<void> {
    if (this.#context !== null) await (await this.#context).clearCookies().catch(() => undefined)
  }

  async clearCache(): Promise<void> {}
}

const partitions = new Map<string, Session>()

export const session = {
  defaultSession: new Session(),
  fromPartition(partition: string): Session {
    const made = partitions.get(partition) ?? new Session()
    partitions.set(partition, made)
    return made
  },
}

export const protocol = session.defaultSession.protocol
