import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CanaryBook } from './canary-book.ts'

export interface Tap {
  readonly origin: string
  /** Where requests go on to. */
  aim(target: string): void
  close(): Promise<void>
}

/** Fields, parameters and headers whose values nobody else may learn. */
const SECRET_NAMES = new Set([
  'access_token',
  'refresh_token',
  'client_secret',
  'code',
  'spapi_oauth_code',
  'code_verifier',
  'verifier',
  'handoff',
  'state',
  'ticket',
  'sealed',
  'proof',
  'answer',
  'url',
  'x-amz-access-token',
  'authorization',
])
/** Set by the connection, not by what it carries. */
const OWN_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'content-encoding',
  'accept-encoding',
])

/** Stands between the app and a server, hands everything on unchanged, and notes every secret that passes. */
export async function openTap(book: CanaryBook): Promise<Tap> {
  let target = ''
  const server = createServer((request, response) => {
    void carry(request, response, target, book).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aim: (next) => {
      target = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function carry(request: IncomingMessage, response: ServerResponse, target: string, book: CanaryBook): Promise<void> {
  const body = await readBody(request)
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    OWN_HEADERS.has(name) || typeof value !== 'string' ? [] : [[name, value]],
  )
  const path = request.url ?? '/'
  noteQuery(book, path)
  noteText(book, body.toString('utf8'))
  for (const [name, value] of headers) note(book, name, value.replace(/^Bearer /i, ''))
  const answer = await fetch(target + path, {
    method: request.method ?? 'GET',
    headers,
    redirect: 'manual',
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  noteText(book, bytes.toString('utf8'))
  noteQuery(book, answer.headers.get('location') ?? '')
  for (const [name, value] of answer.headers) if (!OWN_HEADERS.has(name)) response.setHeader(name, value)
  response.statusCode = answer.status
  response.end(bytes)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

function noteQuery(book: CanaryBook, address: string): void {
  for (const [name, value] of new URLSearchParams(address.split('?')[1] ?? '')) note(book, name, value)
}

/** JSON or a form; anything else holds no named secret. */
export function noteText(book: CanaryBook, text: string): void {
  if (text.startsWith('{') && text.length < 65_536) noteFields(book, parsed(text))
  else if (text.length < 16_384 && /^[\w.-]+=/.test(text)) noteQuery(book, `?${text}`)
}

function noteFields(book: CanaryBook, fields: unknown): void {
  if (typeof fields !== 'object' || fields === null) return
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') note(book, name, value)
    else noteFields(book, value)
  }
}

function note(book: CanaryBook, name: string, value: string): void {
  if (SECRET_NAMES.has(name)) book.add(name, value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
