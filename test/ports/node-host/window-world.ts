import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../../src/main/core/app-surface.ts'
import type { Dispatch } from '../../../src/main/core/dispatch.ts'
import { startWindowServer } from '../../../src/main/hosts/node/web/window-server.ts'
import type { EventMessage } from '../../../src/shared/contract/wire.ts'
import { ok } from '../../../src/shared/lib/result.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asking {
  readonly method?: string
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface WindowWorld {
  readonly host: string
  readonly port: number
  readonly app: FakeApp
  readonly clock: { now: number }
  readonly folder: string
  readonly bootUrl: () => string
  /** Asks by the path as it is written here; nothing is tidied on the way. */
  ask(path: string, asking?: Asking): Promise<Reply>
  /** Sends text as it is and answers everything that came back until the other side closed. */
  raw(text: string): Promise<string>
  /** Boots as a browser does and answers the cookie. */
  cookie(): Promise<string>
  readonly close: () => Promise<void>
}

export interface FakeApp extends App {
  /** Every call that reached the app. */
  readonly dispatched: { readonly name: string; readonly params: unknown }[]
  listeners(): number
  say(event: EventMessage): void
  /** What the next calls are answered with. */
  answer: Dispatch
}

export const CONSENT = 'https://sellercentral.amazon.test/apps/authorize/consent?state=TICKET'
export const SECRET = 'TOP-SECRET-OUTSIDE'

/** The window server over a small built window, with a file beside it that must never be served. */
export async function openWindowWorld(): Promise<WindowWorld> {
  const root = mkdtempSync(join(tmpdir(), 'springline-window-'))
  const folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>window</title>')
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'notes.txt'), SECRET)
  writeFileSync(join(folder, '.hidden'), SECRET)
  writeFileSync(join(root, 'outside.html'), SECRET)
  const app = fakeApp()
  const clock = { now: 1000 }
  const server = await startWindowServer({
    app,
    rendererFolder: folder,
    port: 0,
    now: () => clock.now,
    consentUrl: (id) => (id === 'att_open' ? CONSENT : null),
  })
  const port = Number(server.host.split(':')[1])
  const ask = (path: string, asking: Asking = {}) => askRaw(port, path, { host: server.host, ...asking })
  return {
    host: server.host,
    port,
    app,
    clock,
    folder,
    bootUrl: server.bootUrl,
    ask,
    raw: (text) => sendRaw(port, text),
    async cookie() {
      const url = new URL(server.bootUrl())
      const reply = await ask(`${url.pathname}${url.search}`)
      return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    async close() {
      await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export function askRaw(port: number, path: string, { method = 'GET', host = `127.0.0.1:${port}`, headers = {} }: Asking): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, setHost: false, agent: false },
      (response) => {
        let body = ''
        response.on('data', (bytes) => (body += String(bytes)))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (bytes) => (got += bytes.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got))
  })
}

function fakeApp(): FakeApp {
  const listening = new Map<string, (event: EventMessage) => void>()
  const app: FakeApp = {
    dispatched: [],
    answer: async (name) => ok({ echoed: name }),
    dispatch: (name, params) => {
      app.dispatched.push({ name, params })
      return app.answer(name, params)
    },
    subscribe(listener) {
      const key = randomUUID()
      listening.set(key, listener)
      return () => void listening.delete(key)
    },
    listeners: () => listening.size,
    say: (event) => {
      for (const listener of listening.values()) listener(event)
    },
    start: async () => undefined,
    stop: async () => undefined,
    wake: () => undefined,
    connectivityChanged: () => undefined,
    completeCallback: async () => undefined,
    navigate: () => undefined,
    runOnce: async () => {
      throw new Error('not asked for here')
    },
    auditCoverage: async () => [],
  }
  return app
}
