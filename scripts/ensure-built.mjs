// Builds the app when `out` is missing or older than its sources. Runs on any Node from 20.19.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'out/main/springline.js')

function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

export function ensureBuilt() {
  const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json'].map((name) => newest(join(root, name)))
  const fresh = existsSync(built) && existsSync(join(root, 'out/renderer/index.html')) && statSync(built).mtimeMs >= Math.max(...sources)
  if (fresh) return
  process.stderr.write('Building Springline (a few seconds, once)…\n')
  const run = spawnSync('npx', ['electron-vite', 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}\nThe build failed.\n`)
    process.exit(1)
  }
}

if (process.argv[1] === import.meta.filename) ensureBuilt()
