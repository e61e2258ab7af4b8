import { EventEmitter } from 'node:events'
import type { Frame, Page } from '@playwright/test'
import { toChromium, toElectron } from './scheme-host.ts'
import type { Session } from './sessions.ts'

/** A frame as the program sees it: the address by Electron's name, the same object each time. */
export interface FrameView {
  readonly url: string
  readonly parent: FrameView | null
}

let nextId = 1

export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly page: Promise<Page>
  readonly session: Session
  /** Addresses loaded by the program itself, for which no `will-navigate` is told. */
  readonly ownLoads = new Set<string>()
  decideOpen: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })
  readonly #frames = new WeakMap<Frame, FrameView>()
  #main: Page | null = null

  constructor(page: Promise<Page>, session: Session) {
    super()
    this.page = page
    this.session = session
    page.then(
      (one) => (this.#main = one),
      () => undefined,
    )
  }

  get mainFrame(): FrameView | null {
    return this.#main === null ? null : this.viewOf(this.#main.mainFrame())
  }

  viewOf(frame: Frame): FrameView {
    const known = this.#frames.get(frame)
    if (known !== undefined) return known
    const parent = frame.parentFrame()
    const view: FrameView = {
      get url() {
        return toElectron(frame.url())
      },
      parent: parent === null ? null : this.viewOf(parent),
    }
    this.#frames.set(frame, view)
    return view
  }

  setWindowOpenHandler(decide: WebContents['decideOpen']): void {
    this.decideOpen = decide
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page
    const address = toChromium(url)
    this.ownLoads.add(new URL(address).href)
    await page.goto(address, { waitUntil: 'commit' })
  }

  reload(): void {
    void this.page.then((page) => {
      this.ownLoads.add(page.url())
      return page.reload()
    })
  }

  send(name: string, ...args: unknown[]): void {
    void this.page
      .then((page) => page.evaluate((message) => window.__electronDouble?.receive(message.name, message.args), { name, args }))
      .catch(() => undefined)
  }
}
