import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { EventMessage } from '../../../../shared/contract/wire.ts'
import { APP_ORIGIN } from '../app-scheme.ts'
import { boundsToUse, LEAST_SIZE, type Bounds } from '../../common/window-bounds.ts'

export interface MainWindowWorld {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly preload: string
  readonly screens: () => readonly Bounds[]
  readonly bounds: { readBounds(): Bounds | null; writeBounds(bounds: Bounds): void }
  /** Contents ids that may call; kept in step with the window. */
  readonly trusted: Set<number>
  readonly isQuitting: () => boolean
  /** The window was closed into the tray. */
  readonly onHidden: () => void
}

export interface MainWindow {
  show(): void
  tell(message: EventMessage): void
  /** For dialogs that belong to the window; null before it was first shown. */
  current(): BrowserWindow | null
}

/** The one window: made when first needed, hidden on close, brought back by tray, notice, dock or a second start. */
export function createMainWindow(world: MainWindowWorld): MainWindow {
  let window: BrowserWindow | null = null
  const open = (): BrowserWindow => {
    const made = world.make(windowOptions(world))
    window = made
    const { id } = made.webContents
    world.trusted.add(id)
    made.once('ready-to-show', () => made.show())
    made.on('close', (event) => {
      world.bounds.writeBounds(made.getNormalBounds())
      if (world.isQuitting()) return
      event.preventDefault()
      made.hide()
      world.onHidden()
    })
    made.on('closed', () => {
      world.trusted.delete(id)
      window = null
    })
    made.webContents.on('render-process-gone', () => made.webContents.reload())
    void made.loadURL(`${APP_ORIGIN}/`).catch(() => undefined)
    return made
  }
  return {
    show() {
      const made = window ?? open()
      if (made.isMinimized()) made.restore()
      made.show()
      made.focus()
    },
    tell(message) {
      if (window !== null && !window.isDestroyed()) window.webContents.send('event', message)
    },
    current: () => window,
  }
}

function windowOptions({ preload, screens, bounds }: MainWindowWorld): BrowserWindowConstructorOptions {
  return {
    ...boundsToUse(bounds.readBounds(), screens()),
    ...LEAST_SIZE,
    title: 'Springline',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    },
  }
}
