import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

export type StaticFiles = (path: string) => Promise<StaticFile | null>

/**
 * Serves the built window by a map made at start: a path that is not in the map does not exist, so there is nothing to
 * traverse. Only known file kinds are in it.
 */
export async function listStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && TYPES[extname(entry.name)]) files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  }
  return async (path) => {
    const file = files.get(path === '/' || path === '' ? '/index.html' : path)
    if (!file) return null
    return { body: new Uint8Array(await readFile(file)), type: TYPES[extname(file)] ?? 'application/octet-stream' }
  }
}
