import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, type RawData } from 'ws'
import { err } from '../../../src/shared/lib/result.ts'
import { openWindowWorld, type WindowWorld } from './window-world.ts'

let world: WindowWorld
beforeEach(async () => {
  world = await openWindowWorld()
})
afterEach(() => world.close())

interface Given {
  readonly path?: string
  readonly host?: string
  readonly origin?: string | null
  readonly cookie?: string | null
}

/** Opens a socket as a browser would, unless told otherwise; answers the socket or the status of the refusal. */
async function open(given: Given = {}): Promise<{ readonly socket: WebSocket | null; readonly status: number }> {
  const { path = '/bridge', host = world.host, origin = `http://${world.host}`, cookie = await world.cookie() } = given
  const headers = { Host: host, ...(origin === null ? {} : { Origin: origin }), ...(cookie === null ? {} : { Cookie: cookie }) }
  const socket = new WebSocket(`ws://127.0.0.1:${world.port}${path}`, { headers })
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ socket, status: 101 }))
    socket.once('unexpected-response', (request, response) => {
      request.destroy()
      resolve({ socket: null, status: response.statusCode ?? 0 })
    })
    socket.on('error', () => undefined)
  })
}

async function openBridge(): Promise<WebSocket> {
  const { socket } = await open()
  if (!socket) throw new Error('refused')
  return socket
}

const readText = (raw: RawData): unknown => JSON.parse(Buffer.isBuffer(raw) ? raw.toString('utf8') : '')
const closeCode = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))
const nextMessage = (socket: WebSocket) => new Promise<unknown>((resolve) => socket.once('message', (raw) => resolve(readText(raw))))

describe('who may open the socket', () => {
  test('the window with its own name, origin and session', async () => {
    expect((await open()).status).toBe(101)
  })

  test.each([
    ['no origin', { origin: null }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['another port’s origin', { origin: 'http://localhost:3000' }, 403],
    ['no cookie', { cookie: null }, 401],
    ['a made-up session', { cookie: `springline_1=${'A'.repeat(43)}` }, 401],
    ['plain localhost', { host: 'localhost' }, 421],
    ['the address', { host: '127.0.0.1' }, 421],
    ['another path', { path: '/' }, 404],
    ['the path with a query', { path: '/bridge?x=1' }, 404],
    ['the path with a slash', { path: '/bridge/' }, 404],
  ] as const)('%s: refused', async (_what, given, status) => {
    expect((await open(given)).status).toBe(status)
    expect(world.app.listeners()).toBe(0)
  })

  test.each([
    ['https', () => `https://${world.host}`],
    ['a name that ends like ours', () => `http://evil${world.host}`],
    ['a slash behind', () => `http://${world.host}/`],
    ['plain localhost on our port', () => `http://localhost:${world.port}`],
    ['the address on our port', () => `http://127.0.0.1:${world.port}`],
  ])('the origin with %s: refused', async (_what, make) => {
    expect((await open({ origin: make() })).status).toBe(403)
  })

  test('a refused caller that hangs up at once does not take the app down', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const socket = connect(world.port, '127.0.0.1', () => {
        socket.write(
          `GET /bridge HTTP/1.1\r\nHost: ${world.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        )
        setImmediate(() => socket.resetAndDestroy())
      })
      socket.on('error', () => undefined)
    }
    await pause(100)
    expect((await world.ask('/')).status).toBe(200)
  })
})

describe('what the socket carries', () => {
  test('answers carry the number of their call, in whatever order they come', async () => {
    const socket = await openBridge()
    const gates: (() => void)[] = []
    world.app.answer = async (name) => {
      if (name === 'slow') await new Promise<void>((resolve) => gates.push(resolve))
      return { ok: true, value: { name } }
    }
    const got: unknown[] = []
    socket.on('message', (raw) => got.push(readText(raw)))
    socket.send('{"id":7,"name":"slow","params":{}}')
    socket.send('{"id":8,"name":"quick","params":{"a":1}}')
    await vi.waitFor(() => expect(got).toHaveLength(1))
    gates[0]?.()
    await vi.waitFor(() =>
      expect(got).toEqual([
        { id: 8, ok: true, value: { name: 'quick' } },
        { id: 7, ok: true, value: { name: 'slow' } },
      ]),
    )
    expect(world.app.dispatched).toEqual([
      { name: 'slow', params: {} },
      { name: 'quick', params: { a: 1 } },
    ])
  })

  test('a failure is told by its code', async () => {
    const socket = await openBridge()
    const failure = { code: 'bad-request', reason: 'unknown-call', field: null } as const
    world.app.answer = async () => err(failure)
    socket.send('{"id":1,"name":"nothing","params":{}}')
    expect(await nextMessage(socket)).toEqual({ id: 1, ok: false, failure })
  })

  test('events reach every open window, and a closed one is forgotten', async () => {
    const [one, two] = [await openBridge(), await openBridge()]
    const got = Promise.all([nextMessage(one), nextMessage(two)])
    const event = { event: 'changed' as const, value: { topics: ['channels' as const] } }
    world.app.say(event)
    expect(await got).toEqual([event, event])
    one.close()
    await vi.waitFor(() => expect(world.app.listeners()).toBe(1))
    world.app.say(event)
  })

  test.each([
    ['no JSON', 'hello'],
    ['half of it', '{"id":1,'],
    ['a list', '[1,"app.read",{}]'],
    ['nothing', ''],
    ['null', 'null'],
    ['no number', '{"name":"app.read","params":{}}'],
    ['a number as text', '{"id":"1","name":"app.read","params":{}}'],
    ['a negative number', '{"id":-1,"name":"app.read","params":{}}'],
    ['half a number', '{"id":1.5,"name":"app.read","params":{}}'],
    ['a number without end', '{"id":1e999,"name":"app.read","params":{}}'],
    ['no parameters', '{"id":1,"name":"app.read"}'],
    ['no name', '{"id":1,"params":{}}'],
    ['a name that is none', '{"id":1,"name":["app.read"],"params":{}}'],
    ['a name too long', JSON.stringify({ id: 1, name: 'a'.repeat(81), params: {} })],
  ])('%s: the socket is closed and nothing reaches the app', async (_what, text) => {
    const socket = await openBridge()
    const closed = closeCode(socket)
    socket.send(text)
    // What follows a broken message in the same breath is not trusted either.
    socket.send('{"id":2,"name":"app.read","params":{}}')
    expect(await closed).toBe(1008)
    expect(world.app.dispatched).toEqual([])
  })

  test('bytes instead of text: closed', async () => {
    const socket = await openBridge()
    const closed = closeCode(socket)
    socket.send(Buffer.from('{"id":1,"name":"app.read","params":{}}'))
    expect(await closed).toBe(1008)
  })

  test('one mebibyte is the most a message may weigh', async () => {
    const framed = (bytes: number) => {
      const rest = JSON.stringify({ id: 1, name: 'app.read', params: '' }).length
      return JSON.stringify({ id: 1, name: 'app.read', params: 'x'.repeat(bytes - rest) })
    }
    const fits = await openBridge()
    fits.send(framed(1_048_576))
    expect(await nextMessage(fits)).toMatchObject({ id: 1, ok: true })
    const over = await openBridge()
    const closed = closeCode(over)
    over.send(framed(1_048_577))
    expect(await closed).toBe(1009)
    expect(world.app.dispatched).toHaveLength(1)
  })

  test('an app that breaks inside a call costs that window its socket, not everybody the app', async () => {
    const [broken, other] = [await openBridge(), await openBridge()]
    world.app.answer = () => Promise.reject(new Error('secret words'))
    const closed = closeCode(broken)
    broken.send('{"id":1,"name":"app.read","params":{}}')
    expect(await closed).toBe(1011)
    world.app.answer = async () => ({ ok: true, value: 1 })
    other.send('{"id":2,"name":"app.read","params":{}}')
    expect(await nextMessage(other)).toEqual({ id: 2, ok: true, value: 1 })
  })

  test('a stop closes every window’s socket', async () => {
    const socket = await openBridge()
    const closed = closeCode(socket)
    await world.close()
    await closed
    expect(world.app.listeners()).toBe(0)
    world = await openWindowWorld()
  })
})
