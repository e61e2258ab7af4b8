import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'

/** The launcher is useless after the token's minute and is removed then. */
const REMOVE_AFTER_MS = 60_000

/**
 * Opens the window in the person's browser by a local file (0600) that redirects, so that the one-time token never
 * stands in a command line. Answers false where there is no browser to open.
 */
export function openInBrowser(dataDirectory: string, url: string): boolean {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return false
  const file = join(dataDirectory, `open-${randomBytes(6).toString('hex')}.html`)
  writeFileSync(file, page(url), { mode: 0o600, flag: 'wx' })
  setTimeout(() => rmSync(file, { force: true }), REMOVE_AFTER_MS).unref()
  const [command, ...args] = openerFor(process.platform, file)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return true
}

export function page(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}"><title>Springline</title><a href="${url}">Open Springline</a>\n`
}

function openerFor(platform: NodeJS.Platform, file: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open', file]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', file]
  return ['xdg-open', file]
}
