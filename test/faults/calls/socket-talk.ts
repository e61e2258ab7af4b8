import { WebSocket } from 'ws'
import { askRaw } from '../../ports/node-host/window-world.ts'

const SILENT_MS = 30_000

/** Where a window's socket is, and the session that opens it. */
export interface Door {
  readonly host: string
  readonly port: number
  readonly cookie: string
}

export interface Talk {
  answered: number
  closed: number
  readonly violations: string[]
}

/** Spends a boot address as a browser does. */
export async function openDoor(bootUrl: string): Promise<Door> {
  const { host, port, pathname, search } = new URL(bootUrl)
  const reply = await askRaw(Number(port), `${pathname}${search}`, { host })
  return { host, port: Number(port), cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

export async function openSocket({ host, port, cookie }: Door): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bridge`, { headers: { Host: host, Origin: `http://${host}`, Cookie: cookie } })
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}

export interface Batch {
  readonly from: number
  readonly until: number
  readonly message: (id: number) => string
}

/** Sends until the batch is out or the other side hangs up; then waits for what is still owed. Answers the next number. */
export async function sendBatch(socket: WebSocket, talk: Talk, batch: Batch): Promise<number> {
  const owed = new Set<number>()
  let next = batch.from
  socket.on('error', () => undefined)
  socket.on('message', (raw) => {
    const id = readAnswer(Buffer.isBuffer(raw) ? raw.toString('utf8') : '')
    if (id === null) talk.violations.push('an answer of another form')
    else if (owed.delete(id)) talk.answered += 1
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  while (next < batch.until && socket.readyState === WebSocket.OPEN) {
    owed.add(next)
    socket.send(batch.message(next))
    next += 1
    if (next % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const patience = Date.now() + SILENT_MS
  const isDone = () => owed.size === 0 || socket.readyState === WebSocket.CLOSED
  while (!isDone() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 5))
  if (!isDone()) talk.violations.push(`${owed.size} messages of ${batch.from}–${next} were not answered`)
  if (socket.readyState === WebSocket.OPEN) socket.close()
  const code = await closed
  if (code === 1008) talk.closed += 1
  else if (code !== 1005) talk.violations.push(`the socket was closed with ${code}`)
  return next
}

const AN_EVENT = -1

/** The number of a well-formed answer, -1 for an event; null for anything else. */
function readAnswer(text: string): number | null {
  const found: unknown = JSON.parse(text)
  if (typeof found !== 'object' || found === null) return null
  if ('event' in found) return 'value' in found ? AN_EVENT : null
  if (!('id' in found) || !('ok' in found)) return null
  const isWhole = found.ok === true ? 'value' in found : 'failure' in found
  return isWhole && typeof found.id === 'number' ? found.id : null
}
