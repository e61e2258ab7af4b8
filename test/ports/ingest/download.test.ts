import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { download } from '../../../src/main/adapters/documents/download.ts'

let close = (): void => undefined
afterEach(() => close())

async function serve(answer: RequestListener): Promise<{ url: string; origin: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, url: `${origin}/secret-signature` }
}

const limits = { idleMs: 400, totalMs: 1200, bytes: 1000 }
const world = (origin: string) => ({ fetch, allowedOrigins: [origin], limits })

test('a document comes with its charset', async () => {
  const { url, origin } = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset="Cp1252"' }).end('hello'),
  )
  expect(await download(world(origin), url)).toMatchObject({ ok: true, value: { bytes: 5, charset: 'cp1252' } })
})

test.each<[string, RequestListener, string]>([
  [
    'a redirect, wherever it leads',
    (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'redirected',
  ],
  ['an address that ran out', (_request, response) => void response.writeHead(403).end('<Error/>'), 'status 403'],
  ['a body that stops coming', (_request, response) => void response.writeHead(200).write('a'), 'no bytes'],
  ['a body that drips', (_request, response) => void setInterval(() => response.write('a'), 50).unref(), 'too slow'],
  ['a server that says nothing', () => undefined, 'too slow'],
  [
    'a line that is cut',
    (_request, response) => void response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy()),
    'UND_ERR_SOCKET',
  ],
])('%s is a value that names no address', async (_name, answer, evidence) => {
  const { url, origin } = await serve(answer)
  const refused = await download(world(origin), url)
  expect(refused).toMatchObject({ ok: false, error: { kind: 'download-failed', evidence } })
  expect(JSON.stringify(refused)).not.toContain('secret')
})

test('a document beyond the cap is given up', async () => {
  const { url, origin } = await serve((_request, response) => void response.writeHead(200).end('a'.repeat(5000)))
  expect(await download(world(origin), url)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
})

test('nobody there is offline; a signal stops at once', async () => {
  const { url, origin } = await serve(() => undefined)
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 30)
  expect(await download(world(origin), url, stop.signal)).toMatchObject({
    ok: false,
    error: { kind: 'download-failed', evidence: 'stopped' },
  })
  close()
  expect(await download(world(origin), url)).toMatchObject({ ok: false, error: { kind: 'offline' } })
})
