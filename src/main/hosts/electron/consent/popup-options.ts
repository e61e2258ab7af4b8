import type { PopupSession } from './popup-world.ts'

/** A window that can do less than a browser's: no preload, no Node, no developer tools, no menu. */
export function popupOptions(session: PopupSession, title: string): Electron.BrowserWindowConstructorOptions {
  return {
    width: 560,
    height: 760,
    title,
    autoHideMenuBar: true,
    fullscreenable: false,
    webPreferences: {
      session: session as Electron.Session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    },
  }
}
