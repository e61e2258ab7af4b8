import { type Server, createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { BrokerConfig, BrokerPorts } from './config.ts'
import { createBroker } from './create-broker.ts'
import { readAddressOf } from './limits/read-address-of.ts'
import { MAX_CONNECTIONS, SENDER_TIMES, STOP_GRACE_MS } from './policy.ts'

/** `origin` may be left out only with `allowLoopback`: it is then the address the broker listens on. */
export interface StartConfig extends Omit<BrokerConfig, 'origin'> {
  readonly origin: string | undefined
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** How many proxies of our own stand in front and append to `X-Forwarded-For`. Left out: none, the header is not read. */
  readonly proxies?: number
}

/** Milliseconds, as in `SENDER_TIMES`. */
export type SenderTimes = Readonly<Record<keyof typeof SENDER_TIMES, number>>

export interface RunningBroker {
  readonly origin: string
  readonly port: number
  stop(): Promise<void>
}

/** Listens and answers until stopped. Slow senders are cut off: no request of ours takes long to arrive. */
export async function startBroker(config: StartConfig, ports: BrokerPorts, times: SenderTimes = SENDER_TIMES): Promise<RunningBroker> {
  let answer: (request: Request, remote: string | undefined) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const listener = getRequestListener((request, { incoming }) => answer(request, incoming.socket.remoteAddress), {
    overrideGlobalObjects: false,
  })
  const server = createServer(
    { headersTimeout: times.headers, requestTimeout: times.whole, connectionsCheckingInterval: times.lookEvery, maxHeaderSize: 16_384 },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  server.maxConnections = MAX_CONNECTIONS
  const port = await listen(server, config)
  const origin = config.origin ?? loopbackOrigin(config, port)
  const app = createBroker({ ...config, origin }, ports)
  const proxies = config.proxies ?? 0
  answer = (request, remote) =>
    app.fetch(request, { address: readAddressOf({ remote, forwarded: request.headers.get('x-forwarded-for'), proxies }) })
  return { origin, port, stop: () => stop(server) }
}

function loopbackOrigin(config: StartConfig, port: number): string {
  if (!config.allowLoopback) throw new Error('a broker without a public origin needs allowLoopback')
  return `http://127.0.0.1:${port}`
}

async function listen(server: Server, config: StartConfig): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : config.port
}

/** An exchange on its way is let finish: Amazon's code is spent by then, and the grant would be lost. */
async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    // A connection whose answer is out is not kept for another question.
    server.keepAliveTimeout = 1
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
    }, STOP_GRACE_MS).unref()
  })
}
