import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, net, powerMonitor, safeStorage, screen, type WebContents } from 'electron'
import { err, ok, type Result } from '../../../../shared/lib/result.ts'
import type { App } from '../../../core/app-surface.ts'
import { createElectronConsent } from '../consent/electron-consent.ts'
import { watchMachine } from '../../common/watch-machine.ts'
import { pauseAll } from '../../common/pause-all.ts'
import type { ShellTray } from '../outside/tray.ts'
import { carryEvents } from '../window/bridge.ts'
import { explainTray } from '../../common/explain-tray.ts'
import { createMainWindow, type MainWindow } from '../window/main-window.ts'
import { openDesktopVault } from '../../common/open-desktop-vault.ts'
import { lockDataDirectory, openCore, type OpenCore } from '../../common/open-core.ts'
import { every, later } from '../../common/later.ts'
import { makeConsentWorld, makeNotices, makeTray, setMenu } from './native-parts.ts'
import type { ShellOptions } from '../../common/shell-options.ts'
import { openShellSettings, type ShellSettings } from './shell-settings.ts'

export interface ShellOrder {
  readonly options: ShellOptions
  readonly dataDirectory: string
  readonly programFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Shell {
  /** Ids of web contents that may call. */
  readonly trusted: ReadonlySet<number>
  isConsent(contents: WebContents): boolean
  app(): App | null
  open(): Promise<Result<App, string>>
  show(): void
  beginQuit(): void
  close(): Promise<void>
  log(code: string): void
}

/** Everything the shell holds while it runs. */
interface Holding {
  readonly order: ShellOrder
  readonly trusted: Set<number>
  readonly consents: WeakSet<WebContents>
  quitting: boolean
  core: OpenCore | null
  window: MainWindow | null
  tray: ShellTray | null
  undo: (() => void)[]
}

/** Window, tray, notices and core, tied together; does nothing before `open`. */
export function createShell(order: ShellOrder): Shell {
  const holding: Holding = {
    order,
    trusted: new Set(),
    consents: new WeakSet(),
    quitting: false,
    core: null,
    window: null,
    tray: null,
    undo: [],
  }
  return {
    trusted: holding.trusted,
    isConsent: (contents) => holding.consents.has(contents),
    app: () => holding.core?.app ?? null,
    open: () => open(holding),
    show: () => holding.window?.show(),
    beginQuit: () => {
      holding.quitting = true
    },
    async close() {
      for (const undo of holding.undo.splice(0)) undo()
      await holding.core?.close()
      holding.tray?.destroy()
    },
    log: (code) => holding.core?.log.write('warn', code),
  }
}

async function open(holding: Holding): Promise<Result<App, string>> {
  const { order } = holding
  const settings = openShellSettings(order.dataDirectory, ({ theme }) => {
    nativeTheme.themeSource = theme
  })
  nativeTheme.themeSource = settings.read().theme
  setMenu(process.platform)
  const goTo = (accountId: string | null) => {
    holding.window?.show()
    holding.core?.app.navigate(accountId)
  }
  const notices = makeNotices(goTo, () => holding.core?.log.write('warn', 'notice-not-shown'))
  const lock = lockDataDirectory(order.dataDirectory, 'electron')
  if (!lock.ok) return lock
  const opened = await openCore({
    ...order,
    ...order.options,
    host: order.options.hostName,
    mode: 'write',
    dataDirectory: order.dataDirectory,
    settings,
    notifier: { ...notices, tray: (state) => holding.tray?.render(state) },
    areNoticesShown: () => notices.areShown(),
    openVault: () =>
      openDesktopVault({
        dataDirectory: order.dataDirectory,
        passphraseFile: order.options.passphraseFile,
        env: order.env,
        store: safeStorage,
      }),
    makeConsent: ({ consentHosts }) =>
      createElectronConsent({ ...makeConsentWorld((contents) => holding.consents.add(contents)), consentHosts, packaged: app.isPackaged }),
  })
  if (!opened.ok) {
    lock.value.release()
    return err(opened.error.message)
  }
  holding.core = { ...opened.value, close: () => opened.value.close().finally(() => lock.value.release()) }
  const core = opened.value.app
  holding.window = openWindow(holding, settings)
  holding.tray = makeTray(join(order.programFolder, '../../resources/tray'), {
    open: goTo,
    syncNow: () => void core.dispatch('sync.now', { accountId: null }),
    pause: (paused) => void pauseAll(core, paused),
    quit: () => app.quit(),
  })
  holding.undo.push(carryEvents(core, (message) => holding.window?.tell(message)))
  holding.undo.push(watchMachine({ power: powerMonitor, isOnline: () => net.isOnline(), every }, core))
  holding.window.show()
  await core.start()
  return ok(core)
}

function openWindow(holding: Holding, settings: ShellSettings): MainWindow {
  const window = createMainWindow({
    make: (options) => new BrowserWindow(options),
    preload: join(holding.order.programFolder, '../preload/index.cjs'),
    screens: () => screen.getAllDisplays().map((display) => display.workArea),
    bounds: settings,
    trusted: holding.trusted,
    isQuitting: () => holding.quitting,
    onHidden: () =>
      void explainTray({ settings, ask: (options) => dialog.showMessageBox(options), quit: () => later(0, () => app.quit()) }),
  })
  return window
}
