import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ANSWER_WITHIN_MS = 3_000
/** Socket paths longer than this do not bind on macOS (104 bytes with the end mark). */
const LONGEST_SOCKET_PATH = 100

/** Where a running node host listens for `springline open` and `open-link`: a socket only its owner may use. */
export function controlPath(dataDirectory: string): string {
  const mark = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\springline-${mark}`
  const inside = join(dataDirectory, 'control.sock')
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `springline-${mark}.sock`)
}

/** What the running app does when its owner asks over the pipe. */
export interface Control {
  readonly bootUrl: () => string
  /** Takes a `springline:` link; what is wrong with it is nobody's business here. */
  readonly takeLink: (link: string) => void
}

const LINK = 'link '
/** Longer requests are no link of ours. */
const LONGEST_REQUEST = 8192

/** Answers `open` with a fresh one-time address, and takes links. */
export async function serveControl(dataDirectory: string, control: Control): Promise<{ close(): void }> {
  const path = controlPath(dataDirectory)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy())
    let asked = ''
    socket.on('data', (bytes) => {
      asked += bytes.toString('utf8')
      if (asked.length > LONGEST_REQUEST) socket.destroy()
      else if (asked.includes('\n')) socket.end(`${answer(control, asked.trim())}\n`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    close() {
      server.close()
      if (process.platform !== 'win32') rmSync(path, { force: true })
    },
  }
}

function answer(control: Control, request: string): string {
  if (request === 'open') return control.bootUrl()
  if (!request.startsWith(LINK)) return ''
  control.takeLink(request.slice(LINK.length))
  return control.bootUrl()
}

/** Asks the running app for a fresh address; null when nobody answers. */
export function askForBootUrl(dataDirectory: string): Promise<string | null> {
  return askControl(dataDirectory, 'open')
}

/** Hands a link to the running app; answers a fresh address of its window, or null when no app runs. */
export function handLink(dataDirectory: string, link: string): Promise<string | null> {
  return askControl(dataDirectory, LINK + link)
}

function askControl(dataDirectory: string, request: string): Promise<string | null> {
  const path = controlPath(dataDirectory)
  if (!isOwn(path)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const socket = createConnection(path)
    const give = (value: string | null) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(ANSWER_WITHIN_MS, () => give(null))
    socket.on('error', () => give(null))
    socket.on('connect', () => socket.write(`${request}\n`))
    socket.on('data', (bytes) => give(bytes.toString('utf8').trim() || null))
  })
}

/** In the common folder for temporary files somebody else may have put a socket of that name: its address is not opened. */
function isOwn(path: string): boolean {
  if (process.platform === 'win32') return true
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.isSocket() && stats.uid === process.getuid?.()
}
