// Finds Electron's binary without importing the package (an import would start a download).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packageFolder = join(import.meta.dirname, '../node_modules/electron')
const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

export function findElectron() {
  const placed = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const name = names[process.platform] ?? 'electron'
  if (placed) return existsSync(join(placed, name)) ? join(placed, name) : null
  const pathFile = join(packageFolder, 'path.txt')
  const inside = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : name
  const file = join(packageFolder, 'dist', inside)
  return existsSync(file) ? file : null
}
