import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BrowserWindow, Menu, nativeImage, nativeTheme, Notification, session, shell, Tray, type WebContents } from 'electron'
import type { ConsentWorld } from '../consent/electron-consent.ts'
import { createNotices, type Notices } from '../../common/shell-notices.ts'
import { createTray, type ShellTray, type TrayActions } from '../outside/tray.ts'
import { later } from '../../common/later.ts'

/** Consent popups and the system browser, made of Electron's own parts. */
export function makeConsentWorld(onContents: (contents: WebContents) => void): Omit<ConsentWorld, 'consentHosts' | 'packaged'> {
  return {
    makeSession: (partition) => session.fromPartition(partition),
    makeWindow(options) {
      const window = new BrowserWindow(options)
      onContents(window.webContents)
      return window
    },
    later,
    newId: randomUUID,
    openExternal: (url) => shell.openExternal(url),
  }
}

export function makeNotices(onClick: (accountId: string | null) => void, onFailed: () => void): Notices {
  return createNotices({
    isSupported: () => Notification.isSupported(),
    make: (options) => new Notification(options),
    later,
    onClick,
    onFailed,
  })
}

/** The tray; null-safe callers keep the returned object, because a collected tray disappears. */
export function makeTray(folder: string, actions: TrayActions): ShellTray {
  return createTray(
    {
      makeTray: (image: Electron.NativeImage) => new Tray(image),
      makeMenu: (template) => Menu.buildFromTemplate(template),
      loadImage,
      isDark: () => nativeTheme.shouldUseDarkColors,
      onThemeChange: (listener) => nativeTheme.on('updated', listener),
      platform: process.platform,
      folder,
    },
    actions,
  )
}

/** macOS needs an edit menu for copy and paste; elsewhere the window has no menu. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null,
  )
}

function loadImage(files: readonly { readonly path: string; readonly scale: number }[]): Electron.NativeImage {
  const [first, ...more] = files
  const image = nativeImage.createFromPath(first?.path ?? '')
  for (const { path, scale } of more) image.addRepresentation({ scaleFactor: scale, buffer: readFileSync(path) })
  return image
}
