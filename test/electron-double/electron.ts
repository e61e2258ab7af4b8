import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog, Menu, nativeImage, nativeTheme, net, Notification, powerMonitor, screen, shell, Tray } from './native.ts'
import { ipcMain } from './ipc.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol, session } from './sessions.ts'
import { obey } from './obey.ts'

/** The names the shell imports; a test compares them with what it really imports. */
const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>

obey()

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
}
export default electron
