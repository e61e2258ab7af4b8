// `npm start`: Electron; where its binary is missing and cannot be had within 15 seconds, the same app on the node host.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { findElectron } from './find-electron.mjs'

const root = join(import.meta.dirname, '..')
const DOWNLOAD_MS = 15_000

ensureBuilt()
const electron = findElectron() ?? download()
if (!electron) {
  process.stderr.write(
    "Electron's program is not on this computer and could not be downloaded, so Springline opens in your browser instead.\n",
  )
}
const child = electron
  ? spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  : spawn(process.execPath, [join(root, 'out/main/serve.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

function download() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return null
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_MS,
    killSignal: 'SIGKILL',
  })
  return findElectron()
}
