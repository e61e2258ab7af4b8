import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startBroker } from '../../../src/broker/start-broker.ts'
import { brokerConfig, granted, makeKey } from './broker-world.ts'
import { makeDevice } from './test-device.ts'

const MAIN = fileURLToPath(new URL('../../../src/broker/main.ts', import.meta.url))

interface Running {
  line: Record<string, unknown>
  end(): Promise<number | null>
  stop(): void
}

async function run(environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const line = JSON.parse(chunk.toString().split('\n')[0] ?? '') as Record<string, unknown>
  return {
    line,
    end: async () => ((await ended) as [number | null])[0],
    stop: () => {
      child.kill('SIGTERM')
    },
  }
}

test('the process says where it listens, answers there, and ends when asked', async () => {
  const broker = await run({
    BROKER_ALLOW_LOOPBACK: '1',
    BROKER_PORT: '0',
    BROKER_KEYS: `k1:${randomBytes(32).toString('base64url')}`,
    BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
    BROKER_SELLING_CLIENT_ID: 'client',
    BROKER_SELLING_CLIENT_SECRET: 'secret',
  })
  expect(broker.line['ready']).toBe(true)
  const health = await fetch(`${String(broker.line['origin'])}/health`)
  expect(await health.json()).toMatchObject({ ok: true })
  broker.stop()
  expect(await broker.end()).toBe(0)
})

test('without a usable key the process does not start, and names it', async () => {
  const broker = await run({ BROKER_ORIGIN: 'https://login.example.com', BROKER_KEYS: 'k7:AAAA' })
  expect(broker.line['ready']).toBe(false)
  expect(JSON.stringify(broker.line['problems'])).toContain('key \\"k7\\" is not base64url of 32 bytes')
  expect(await broker.end()).toBe(1)
})

test('stopping lets an exchange on its way finish: its code is spent, and the grant would be lost', async () => {
  let letAmazonAnswer = (): void => undefined
  const asked = Promise.withResolvers<void>()
  const broker = await startBroker(
    { ...brokerConfig([makeKey('k1')]), origin: undefined, host: '127.0.0.1', port: 0, allowLoopback: true },
    {
      fetch: async () => {
        asked.resolve()
        await new Promise<void>((resolve) => {
          letAmazonAnswer = resolve
        })
        return granted()
      },
      now: () => Date.now(),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      log: () => undefined,
    },
  )
  const device = await makeDevice(() => Date.now(), broker.origin)
  const post = async (path: string, body: object): Promise<Response> =>
    fetch(broker.origin + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const begin = { challenge: device.challenge, deviceKey: device.publicKeys, issuer: 'ads-eu', return: { kind: 'popup' } }
  const { ticket } = (await (await post('/begin', begin)).json()) as { ticket: string }
  const back = await fetch(`${broker.origin}/callback/ads-eu?code=abc&state=${ticket}`, { redirect: 'manual' })
  const handoff = new URL(back.headers.get('location') ?? '').searchParams.get('handoff') ?? ''
  const redeemed = post('/redeem', await device.redeemBody(handoff))
  await asked.promise
  const stopped = broker.stop()
  letAmazonAnswer()
  expect((await redeemed).status).toBe(200)
  await stopped
})
