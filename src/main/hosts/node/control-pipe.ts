import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const ANSWER_WITHIN_MS = 3_000
/** Socket paths longer than this do not bind on macOS (104 bytes with the end mark). */
const LONGEST_SOCKET_PATH = 100

/** A diagnosis ends within ten seconds (docs/cli.md); what takes longer is not waited for. */
const CALL_WITHIN_MS = 20_000

/** Where a running node host listens for `springline open`, `open-link` and `diagnose`: a socket only its owner may use. */
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
  /** Performs one of `CONTROL_CALLS`; parameters are checked where the window's are. */
  readonly call: (name: ControlCall, params: unknown) => Promise<unknown>
}

/** What another process of the same owner may have the running app do, so that its credentials and quota are used once. */
export const CONTROL_CALLS = ['diagnose.run', 'diagnose.bundle'] as const
export type ControlCall = (typeof CONTROL_CALLS)[number]

const CALL = 'call '

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
      else if (asked.includes('\n')) respond(socket, control, asked.trim())
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

function respond(socket: Socket, control: Control, request: string): void {
  const call = request.startsWith(CALL) ? readCall(request.slice(CALL.length)) : null
  if (call === null) return void socket.end(`${answer(control, request)}\n`)
  socket.setTimeout(CALL_WITHIN_MS)
  control.call(call.name, call.params).then(
    (result) => socket.end(`${JSON.stringify(result)}\n`),
    () => socket.destroy(),
  )
}

const callRequest = z.strictObject({ name: z.enum(CONTROL_CALLS), params: z.unknown() })

function readCall(text: string): z.infer<typeof callRequest> | null {
  try {
    return callRequest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
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

/** Has the running app perform a call; its answer as text, or null when no app runs or it gives none. */
export function callControl(dataDirectory: string, name: ControlCall, params: unknown): Promise<string | null> {
  return askControl(dataDirectory, CALL + JSON.stringify({ name, params }), CALL_WITHIN_MS)
}

function askControl(dataDirectory: string, request: string, withinMs = ANSWER_WITHIN_MS): Promise<string | null> {
  const path = controlPath(dataDirectory)
  if (!isOwn(path)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const socket = createConnection(path)
    const give = (value: string | null) => {
      socket.destroy()
      resolve(value)
    }
    let told = ''
    socket.setTimeout(withinMs, () => give(null))
    socket.on('error', () => give(null))
    socket.on('close', () => give(null))
    socket.on('connect', () => socket.write(`${request}\n`))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (told += text))
    socket.on('end', () => give(told.trim() || null))
  })
}

/** In the common folder for temporary files somebody else may have put a socket of that name: its address is not opened. */
function isOwn(path: string): boolean {
  if (process.platform === 'win32') return true
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.isSocket() && stats.uid === process.getuid?.()
}
