import { join } from 'node:path'
import { app, dialog, ipcMain, protocol } from 'electron'
import { guardNewFiles, openDataDirectory } from '../../../adapters/system/open-data-directory.ts'
import { locateDataDirectory } from '../../common/locate-data-directory.ts'
import { APP_PRIVILEGES, APP_SCHEME } from '../app-scheme.ts'
import { createArrivals, findLink, type Arrivals } from '../../common/arrivals.ts'
import { carryCalls } from '../window/bridge.ts'
import { denyPermissions, guardContents } from '../window/guard-contents.ts'
import { listStaticFiles } from '../../common/static-files.ts'
import { answerWindowRequest } from '../window/window-files.ts'
import { claimScheme } from './claim-scheme.ts'
import { readOptions, type ShellOptions } from '../../common/shell-options.ts'
import { createShell, type Shell } from './shell.ts'

/** The id under which Windows groups windows and notices. */
const APP_ID = 'app.springline.desktop'

/** The Electron host as a process. What must happen before Electron is ready happens here; the rest in `createShell`. */
export function runShell(programFolder: string): void {
  const options = readOptions({ argv: process.argv.slice(1), env: process.env, packaged: app.isPackaged })
  if (!options.ok) return refuse(options.error)
  guardNewFiles()
  const directory = openDataDirectory(locateDataDirectory(options.value.dataDirectory, process.env))
  if (!directory.ok) return refuse(directory.error.sentence)
  // Chromium's own files, and with them the single-instance lock, belong to this data directory.
  app.setPath('userData', join(directory.value, 'chromium'))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  app.setAppUserModelId(APP_ID)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([APP_PRIVILEGES])
  claimScheme(app, process.argv)
  const shell = createShell({ options: options.value, dataDirectory: directory.value, programFolder, env: process.env })
  const arrivals = createArrivals(() => shell.log('link-not-taken'))
  guardEverything(shell)
  listen(shell, arrivals)
  void app
    .whenReady()
    .then(() => open(shell, arrivals, { options: options.value, programFolder }))
    .catch((cause: unknown) => refuse(`Springline could not start: ${cause instanceof Error ? cause.message : 'unknown'}`))
}

function guardEverything(shell: Shell): void {
  app.on('session-created', (session) => denyPermissions(session))
  app.on('web-contents-created', (_event, contents) => guardContents(contents, () => shell.isConsent(contents)))
}

/** The three ways a link arrives, and everything that asks for the window. */
function listen(shell: Shell, arrivals: Arrivals): void {
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const link = findLink([url])
    if (link !== null) arrivals.arrive(link)
    shell.show()
  })
  app.on('second-instance', (_event, argv) => {
    const link = findLink(argv)
    if (link !== null) arrivals.arrive(link)
    shell.show()
  })
  app.on('activate', () => shell.show())
  // The tray keeps the app alive; without this, Electron would quit with its last window.
  app.on('window-all-closed', () => undefined)
  let closed = false
  app.on('before-quit', (event) => {
    shell.beginQuit()
    if (closed) return
    event.preventDefault()
    void shell.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

interface Opening {
  readonly options: ShellOptions
  readonly programFolder: string
}

async function open(shell: Shell, arrivals: Arrivals, { options, programFolder }: Opening): Promise<void> {
  const files = await listStaticFiles(join(programFolder, '../renderer'))
  protocol.handle(APP_SCHEME, (request) => answerWindowRequest(files, request))
  carryCalls(ipcMain, () => shell.app(), shell.trusted)
  const opened = await shell.open()
  if (!opened.ok) return refuse(opened.error)
  arrivals.connect(opened.value)
  if (options.link !== null) arrivals.arrive(options.link)
}

function refuse(sentence: string): void {
  process.stderr.write(`springline: ${sentence}\n`)
  dialog.showErrorBox('Springline', sentence)
  app.exit(1)
}
