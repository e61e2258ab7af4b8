import { EventEmitter } from 'node:events'
import { told, type MenuEntry } from './told.ts'

class Theme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system'

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new Theme()
export const powerMonitor = new EventEmitter()
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }

/** The network as the system sees it; a test turns it. */
export const network = { online: true }
export const net = { isOnline: () => network.online, fetch: (...args: Parameters<typeof fetch>) => fetch(...args) }

export const shell = {
  openExternal: async (url: string) => {
    told.opened.push(url)
  },
}

interface BoxOptions {
  readonly message: string
  readonly detail?: string
}

/** Answered with the first button. */
export const dialog = {
  showMessageBox: async ({ message, detail = '' }: BoxOptions) => {
    told.dialogs.push({ message, detail })
    return { response: 0, checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string) => {
    told.dialogs.push({ message: title, detail: content })
  },
}

interface MenuTemplateEntry {
  readonly label?: string
  readonly role?: string
  readonly enabled?: boolean
  readonly click?: () => void
}

export class Menu {
  readonly entries: readonly MenuEntry[]

  constructor(entries: readonly MenuEntry[]) {
    this.entries = entries
  }

  static buildFromTemplate(template: readonly MenuTemplateEntry[]): Menu {
    return new Menu(
      template.map(({ label, role, enabled, click }) => ({ label: label ?? role ?? '', enabled: enabled ?? true, click: () => click?.() })),
    )
  }

  static setApplicationMenu(): void {}
}

interface Image {
  readonly path: string
  addRepresentation(): void
}

export const nativeImage = { createFromPath: (path: string): Image => ({ path, addRepresentation: () => undefined }) }

export class Tray extends EventEmitter {
  static current: Tray | null = null

  constructor(image: Image) {
    super()
    Tray.current = this
    told.tray = { image: image.path, toolTip: '', menu: [] }
  }

  setImage(image: Image): void {
    if (told.tray) told.tray.image = image.path
  }

  setToolTip(text: string): void {
    if (told.tray) told.tray.toolTip = text
  }

  setContextMenu(menu: Menu): void {
    if (told.tray) told.tray.menu = menu.entries
  }

  destroy(): void {
    Tray.current = null
  }
}

export class Notification extends EventEmitter {
  static readonly all: Notification[] = []
  readonly #record: (typeof told.notices)[number]

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.#record = { title, body, open: false }
  }

  static isSupported(): boolean {
    return process.env['ELECTRON_DOUBLE_NOTICES'] !== 'none'
  }

  show(): void {
    this.#record.open = true
    told.notices.push(this.#record)
    Notification.all.push(this)
    setImmediate(() => this.emit(process.env['ELECTRON_DOUBLE_NOTICES'] === 'failing' ? 'failed' : 'show'))
  }

  close(): void {
    if (!this.#record.open) return
    this.#record.open = false
    this.emit('close')
  }
}
