import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { App } from '../../../src/main/core/app-surface.ts'
import { startWindowServer, type WindowServer } from '../../../src/main/hosts/node/web/window-server.ts'
import { createDice } from '../dice.ts'
import type { SoakOrder } from '../soak.ts'
import { askRaw } from '../../ports/node-host/window-world.ts'
import { fuzzMessage } from './fuzz-message.ts'
import { plantFaults } from './plant-faults.ts'
import { watchPollution } from './pollution.ts'
import { createRecordedApp, type RecordedApp } from './recorded-app.ts'

const IN_FLIGHT = 500
const SILENT_MS = 10_000

/** The same kind of messages through the real window server and its socket; whatever closes the socket is opened again. */
export async function fuzzSocket(order: SoakOrder) {
  const { cases, seed, plant } = order
  const dice = createDice(seed + 1)
  const recorded = createRecordedApp()
  const pollution = watchPollution()
  const crashes = watchCrashes()
  const folder = mkdtempSync(join(tmpdir(), 'springline-calls-'))
  writeFileSync(join(folder, 'index.html'), 'window')
  const server = await startWindowServer({ app: appOver(recorded, plant), rendererFolder: folder, port: 0, now: () => 0, consentUrl: () => null })
  const talk: Talk = { answered: 0, closed: 0, violations: [] }
  for (let sent = 0; sent < cases; ) {
    const socket = await openSocket(server)
    sent = await sendBatch(socket, talk, { from: sent, until: Math.min(cases, sent + IN_FLIGHT), message: (id) => fuzzMessage(dice, id) })
  }
  await server.close()
  rmSync(folder, { recursive: true, force: true })
  // Messages behind a broken one are not answered; the rest must be, or nothing was tried.
  if (talk.answered < cases / 3) talk.violations.push(`only ${talk.answered} of ${cases} messages were answered`)
  const violations = [...talk.violations, ...pollution(), ...crashes.end(), ...recorded.violations]
  return { violations, rows: [['socket messages', cases], ['socket answers', talk.answered], ['sockets closed on broken messages', talk.closed]] as const }
}

interface Talk {
  answered: number
  closed: number
  readonly violations: string[]
}

/** Sends until the batch is out or the other side hangs up; then waits for what is still owed. Answers the next number. */
async function sendBatch(socket: WebSocket, talk: Talk, batch: { readonly from: number; readonly until: number; readonly message: (id: number) => string }): Promise<number> {
  const owed = new Set<number>()
  let next = batch.from
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
  // The last question is a good one: its answer shows that the server still works and has read all before it.
  if (socket.readyState === WebSocket.OPEN) socket.send(`{"id":${batch.until},"name":"app.read","params":{}}`)
  const isDone = () => owed.size === 0 || socket.readyState === WebSocket.CLOSED
  while (!isDone() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 5))
  if (!isDone()) talk.violations.push(`${owed.size} messages of ${batch.from}–${next} were not answered`)
  if (socket.readyState === WebSocket.OPEN) socket.close()
  const code = await closed
  if (code === 1008) talk.closed += 1
  else if (code !== 1005) talk.violations.push(`the socket was closed with ${code}`)
  return next
}

/** The number of a well-formed answer; null for anything else. */
function readAnswer(text: string): number | null {
  const found: unknown = JSON.parse(text)
  if (typeof found !== 'object' || found === null || !('id' in found) || !('ok' in found)) return null
  const isWhole = found.ok === true ? 'value' in found : 'failure' in found
  return isWhole && typeof found.id === 'number' ? found.id : null
}

async function openSocket(server: WindowServer): Promise<WebSocket> {
  const port = Number(server.host.split(':')[1])
  const boot = new URL(server.bootUrl())
  const reply = await askRaw(port, `${boot.pathname}${boot.search}`, { host: server.host })
  const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bridge`, { headers: { Host: server.host, Origin: `http://${server.host}`, Cookie: cookie } })
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}

function appOver({ dispatch }: RecordedApp, plant: boolean): App {
  return {
    dispatch: plant ? plantFaults(dispatch) : dispatch,
    subscribe: () => () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    wake: () => undefined,
    connectivityChanged: () => undefined,
    completeCallback: async () => undefined,
    navigate: () => undefined,
    runOnce: () => Promise.reject(new Error('not asked for here')),
    auditCoverage: async () => [],
  }
}

/** Anything nobody caught would have ended the app. */
function watchCrashes(): { end(): string[] } {
  const crashes: string[] = []
  const note = (error: unknown) => void crashes.push(`nobody caught ${error instanceof Error ? error.message.slice(0, 120) : 'something'}`)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  return {
    end() {
      process.off('uncaughtException', note)
      process.off('unhandledRejection', note)
      return crashes
    },
  }
}
