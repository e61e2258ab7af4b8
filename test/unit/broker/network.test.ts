import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { BrokerConfig } from '../../../src/broker/config.ts'
import { type RunningBroker, type SenderTimes, startBroker } from '../../../src/broker/start-broker.ts'
import { NO_LIMITS, brokerConfig, granted, makeKey } from './broker-world.ts'

const running: RunningBroker[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((broker) => broker.stop()))
})

async function start(order: { config?: Partial<BrokerConfig>; proxies?: number; times?: SenderTimes }): Promise<RunningBroker> {
  const place = { origin: undefined, host: '127.0.0.1', port: 0, allowLoopback: true, proxies: order.proxies ?? 0 }
  const ports = {
    fetch: async () => granted(),
    now: () => Date.now(),
    randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
    log: () => undefined,
  }
  const broker = await startBroker({ ...brokerConfig([makeKey('k1')]), ...order.config, ...place }, ports, order.times)
  running.push(broker)
  return broker
}

describe('who is counted', () => {
  const narrow = { limits: { ...NO_LIMITS, address: { burst: 2, perMinute: 1 } } }
  const ask = async (broker: RunningBroker, forwarded: string): Promise<number> =>
    (await fetch(`${broker.origin}/renew`, { method: 'POST', headers: { 'x-forwarded-for': forwarded } })).status

  test('a header nobody configured changes nothing: its sender stays limited', async () => {
    const broker = await start({ config: narrow })
    const seen = [await ask(broker, '192.0.2.1'), await ask(broker, '192.0.2.2'), await ask(broker, '192.0.2.3')]
    expect(seen).toEqual([400, 400, 429])
  })

  test('behind one proxy each caller counts alone, whatever they wrote before its entry', async () => {
    const broker = await start({ config: narrow, proxies: 1 })
    const caller = [await ask(broker, 'x, 192.0.2.1'), await ask(broker, '192.0.2.7, 192.0.2.1'), await ask(broker, '192.0.2.8, 192.0.2.1')]
    expect(caller).toEqual([400, 400, 429])
    expect(await ask(broker, '192.0.2.2')).toBe(400)
  })
})

describe('a slow sender is cut off', () => {
  const never = 60_000

  test.each([
    ['within its headers', { headers: 150, whole: never }, 'POST /renew HTTP/1.1\r\nhost: x\r\n'],
    [
      'within its body',
      { headers: 150, whole: 300 },
      'POST /renew HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"sealed":',
    ],
    ['before anything', { headers: 150, whole: never }, ''],
  ])('%s', async (_, times, text) => {
    const broker = await start({ times: { ...times, lookEvery: 20 } })
    const socket = connect(broker.port, '127.0.0.1')
    await once(socket, 'connect')
    if (text !== '') socket.write(text)
    socket.resume()
    await once(socket, 'close')
    expect(await fetch(`${broker.origin}/health`)).toMatchObject({ status: 200 })
  })
})

test.each([
  ['headers beyond 16 KiB', `GET /health HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['two lengths', 'POST /renew HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello', 400],
  ['a length and chunks', 'POST /renew HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
])('%s: refused before it is read', async (_, text, status) => {
  const broker = await start({})
  const socket = connect(broker.port, '127.0.0.1')
  socket.write(text)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'))
  socket.destroy()
})
