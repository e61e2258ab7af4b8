import { EventEmitter } from 'node:events'
import type { Page } from '@playwright/test'
import { app } from './app.ts'
import { preparePage } from './page-bridge.ts'
import { session, type Session } from './sessions.ts'
import { watchNavigation } from './watch-navigation.ts'
import { WebContents } from './web-contents.ts'
import { nativeTheme } from './native.ts'

interface Options {
  readonly width?: number
  readonly height?: number
  readonly title?: string
  readonly show?: boolean
  readonly webPreferences?: { readonly session?: Session; readonly preload?: string }
}

/** A window as one page of the browser. */
export class BrowserWindow extends EventEmitter {
  static readonly all = new Set<BrowserWindow>()
  readonly webContents: WebContents
  visible: boolean
  title: string
  readonly #size: { width: number; height: number }
  #destroyed = false

  constructor({ width = 800, height = 600, title = '', show = true, webPreferences = {} }: Options = {}) {
    super()
    this.visible = show
    this.title = title
    this.#size = { width, height }
    const owner = webPreferences.session ?? session.defaultSession
    this.webContents = new WebContents(this.#open(owner, webPreferences.preload ?? null), owner)
    BrowserWindow.all.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async #open(owner: Session, preload: string | null): Promise<Page> {
    const context = await owner.context(this.#size)
    const page = await context.newPage()
    await page.setViewportSize(this.#size)
    const colour = () =>
      void page.emulateMedia({ colorScheme: nativeTheme.themeSource === 'system' ? null : nativeTheme.themeSource }).catch(() => undefined)
    colour()
    nativeTheme.on('updated', colour)
    if (preload !== null) await preparePage(page, preload, this.webContents)
    await watchNavigation(page, this.webContents, owner)
    page.once('domcontentloaded', () => this.emit('ready-to-show'))
    page.on('close', () => this.#gone())
    return page
  }

  #gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    BrowserWindow.all.delete(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (BrowserWindow.all.size === 0) app.emit('window-all-closed')
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  /** As a person closes it: the program may say no. */
  close(): void {
    let stopped = false
    this.emit('close', { preventDefault: () => (stopped = true) })
    if (!stopped) this.destroy()
  }

  destroy(): void {
    const page = this.webContents.page
    this.#gone()
    void page.then((one) => one.close()).catch(() => undefined)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show(): void {
    this.visible = true
  }

  hide(): void {
    this.visible = false
  }

  focus(): void {}
  restore(): void {}

  isMinimized(): boolean {
    return false
  }

  setTitle(title: string): void {
    this.title = title
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.#size }
  }
}
