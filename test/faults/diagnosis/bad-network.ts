import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NetworkBetween } from '../../builders/open-shop.ts'

export const NETWORK_TROUBLES = ['refused', 'dns', 'tls', 'portal', 'portal-page', 'hang', 'cut', 'offline'] as const
export type NetworkTroubleKind = (typeof NETWORK_TROUBLES)[number]

/** Which requests a trouble strikes: by a part of their address; an empty text strikes all. */
export interface BadNetwork extends NetworkBetween {
  strike(part: string, kind: NetworkTroubleKind): void
  /** Something on the way sends requests elsewhere: the first text of their address becomes the second. */
  divert(from: string, to: string): void
  /** Something on the way cuts the bodies of requests to such addresses short. */
  maim(part: string): void
  close(): Promise<void>
}

/**
 * A network that sends requests astray: each trouble is a real one, met at a real socket. A closed port refuses, a name
 * that does not exist is not found, a plain server cannot answer in TLS, a portal redirects.
 */
export async function openBadNetwork(): Promise<BadNetwork> {
  const diverted: { readonly from: string; readonly to: string }[] = []
  const maimed: string[] = []
  const struck: { readonly part: string; readonly kind: NetworkTroubleKind }[] = []
  const server = await listen()
  const port = (server.address() as AddressInfo).port
  const closed = await closedPort()
  const elsewhere: Readonly<Record<NetworkTroubleKind, string>> = {
    refused: `http://127.0.0.1:${closed}`,
    offline: `http://127.0.0.1:${closed}`,
    dns: 'http://no-such-host.invalid',
    tls: `https://127.0.0.1:${port}`,
    portal: `http://127.0.0.1:${port}/portal`,
    'portal-page': `http://127.0.0.1:${port}/page`,
    hang: `http://127.0.0.1:${port}/hang`,
    cut: `http://127.0.0.1:${port}/cut`,
  }
  function onward(address: string, input: string | URL | Request, init: RequestInit | undefined): Parameters<typeof fetch> {
    const short = maimed.some((part) => address.includes(part)) && typeof init?.body === 'string' ? { ...init, body: '{' } : init
    const way = diverted.find((one) => address.includes(one.from))
    return way === undefined ? [input, short] : [address.replace(way.from, way.to), short]
  }
  return {
    strike: (part, kind) => void struck.push({ part, kind }),
    divert: (from, to) => void diverted.push({ from, to }),
    maim: (part) => void maimed.push(part),
    mayHang: () => struck.some((one) => one.kind === 'hang'),
    wrap: (real) => async (input, init) => {
      const address = input instanceof Request ? input.url : String(input)
      const trouble = struck.find((one) => address.includes(one.part))
      if (trouble === undefined) return real(...onward(address, input, init))
      // What the system says when the cable is out cannot be had on a computer whose network works.
      if (trouble.kind === 'offline')
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('no network'), { code: 'ENETUNREACH' }) })
      return real(elsewhere[trouble.kind], init)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A port that was free a moment ago, so that nobody listens there. */
async function closedPort(): Promise<number> {
  const server = await listen()
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listen(): Promise<Server> {
  const server = createServer((request, answer) => {
    const kind = request.url?.slice(1) ?? ''
    if (kind === 'hang') return
    if (kind === 'cut') return void request.socket.destroy()
    if (kind === 'page') return void answer.writeHead(511, { 'content-type': 'text/html' }).end('<html>Sign in</html>')
    answer.writeHead(302, { location: 'http://portal.invalid/sign-in' }).end()
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
