import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '../../../core/app-surface.ts'
import { attachBridge } from './bridge-socket.ts'
import { createBootTokens } from './boot-tokens.ts'
import { hasSession, judgeRequest, type OwnAddress } from './request-rules.ts'
import { windowHeaders } from '../../common/window-headers.ts'
import { listStaticFiles, type StaticFiles } from '../../common/static-files.ts'

export interface WindowServer {
  readonly host: string
  /** A fresh one-time address that opens the window. */
  readonly bootUrl: () => string
  readonly close: () => Promise<void>
}

export interface WindowServerOrder {
  readonly app: App
  readonly rendererFolder: string
  readonly port: number
  readonly now: () => number
  /** Address of Amazon's consent page for an open attempt, or null: served as a redirect so the ticket is never in the window. */
  readonly consentUrl: (attemptId: string) => string | null
}

interface Serving {
  readonly own: OwnAddress
  readonly files: StaticFiles
  readonly spend: (token: string) => boolean
  readonly consentUrl: (attemptId: string) => string | null
}

/** The built window on a loopback port: one boot token, one session, one socket; everything else is refused. */
export async function startWindowServer(order: WindowServerOrder): Promise<WindowServer> {
  const files = await listStaticFiles(order.rendererFolder)
  const tokens = createBootTokens(order.now)
  const server = createServer()
  await listen(server, order.port)
  const port = (server.address() as AddressInfo).port
  const own: OwnAddress = {
    host: `${randomBytes(8).toString('hex')}.localhost:${port}`,
    cookieName: `springline_${port}`,
    session: randomBytes(32).toString('base64url'),
  }
  const serving: Serving = { own, files, spend: tokens.spend, consentUrl: order.consentUrl }
  server.on('request', (request, response) => {
    void answer(request, response, serving).catch(() => plain(response, 500, 'Springline could not answer this.'))
  })
  const bridge = attachBridge(server, order.app, own)
  return {
    host: own.host,
    bootUrl: () => `http://${own.host}/boot?token=${tokens.mint()}`,
    async close() {
      bridge.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const verdict = judgeRequest(request, serving.own)
  // A stranger is not told the window's own name.
  const headers = windowHeaders(verdict.kind === 'ok' ? `ws://${serving.own.host}` : null)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (verdict.kind === 'refused') return plain(response, verdict.status, 'Springline does not answer this address.')
  const url = new URL(request.url ?? '/', `http://${serving.own.host}`)
  if (url.pathname === '/boot' && request.method === 'GET') return boot(url, response, serving)
  if (url.pathname === '/oauth/start') return goToAmazon(request, url, response, serving)
  const file = await serving.files(url.pathname)
  if (!file) return plain(response, 404, 'There is nothing here.')
  response.setHeader('Content-Type', file.type)
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** Spends the token, sets the session's cookie and moves on, so that the token leaves the address. */
function boot(url: URL, response: ServerResponse, { own, spend }: Serving): void {
  if (!spend(url.searchParams.get('token') ?? ''))
    return plain(response, 401, 'This link was used or is older than a minute. Run: springline open')
  response.setHeader('Set-Cookie', `${own.cookieName}=${own.session}; HttpOnly; SameSite=Strict; Path=/`)
  response.setHeader('Location', '/')
  response.statusCode = 303
  response.end()
}

/** The window's files hold no secret and need no session; an attempt's address and the socket do. */
function goToAmazon(request: IncomingMessage, url: URL, response: ServerResponse, { own, consentUrl }: Serving): void {
  if (!hasSession(request, own)) return plain(response, 401, 'This page needs a fresh link. Run: springline open')
  const target = consentUrl(url.searchParams.get('attempt') ?? '')
  if (!target) return plain(response, 404, 'This attempt has ended. Start again in Springline.')
  response.setHeader('Location', target)
  response.statusCode = 303
  response.end()
}

function plain(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.end()
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}
