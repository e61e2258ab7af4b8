import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { isOwnAddress } from '../app-scheme.ts'
import { WINDOW_HEADERS } from './window-headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Path in the address → file on the disk, listed once at start: what is not in it does not exist. */
export type WindowFiles = ReadonlyMap<string, string>

/** Lists the built window. Only kinds that a window needs are in the map. */
export async function listWindowFiles(folder: string): Promise<WindowFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const wanted = entries.filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
  return new Map(
    wanted.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`/${relative(folder, file).split(sep).join('/')}`, file]
    }),
  )
}

/** Answers one request of the `app` scheme. The path is looked up as it stands: nothing is joined, decoded or normalised. */
export async function answerWindowRequest(files: WindowFiles, request: Pick<Request, 'url' | 'method' | 'headers'>): Promise<Response> {
  const refusal = refusalOf(request)
  if (refusal !== null) return refuse(refusal)
  const path = new URL(request.url).pathname
  const file = files.get(path === '/' || path === '' ? '/index.html' : path)
  if (file === undefined) return refuse(404)
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
  return new Response(body, { headers: { ...WINDOW_HEADERS, 'Content-Type': TYPES[extname(file)] ?? '' } })
}

/** Our own address, a reading method, and nobody else's page asking. */
function refusalOf({ url, method, headers }: Pick<Request, 'url' | 'method' | 'headers'>): number | null {
  if (!isOwnAddress(url)) return 404
  if (method !== 'GET' && method !== 'HEAD') return 405
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none' ? null : 403
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: WINDOW_HEADERS })
}
