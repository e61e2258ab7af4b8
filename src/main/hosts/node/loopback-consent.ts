import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConsentEnd, ConsentSurface } from '../../core/ports/consent.ts'

const DONE_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Springline</title>
<h1>Back in Springline</h1><p>You can close this page. Springline goes on by itself.</p></html>`

interface Listening {
  readonly server: Server
  readonly port: number
  consentUrl: string | null
  /** The ticket that went to Amazon as `state`: only an answer to this attempt is taken. */
  expected: string | null
  finish: ((end: ConsentEnd) => void) | null
}

export interface LoopbackConsent extends ConsentSurface {
  /** Amazon's address for an attempt that waits for the person; null when there is none. */
  consentUrl(attemptId: string): string | null
}

/**
 * Consent in the person's own browser: a listener on 127.0.0.1 per attempt receives the broker's redirect. The attempt
 * ends with its listener. `announce` tells a person without a window which address to open.
 */
export function createLoopbackConsent(announce: ((url: string) => void) | null): LoopbackConsent {
  const open = new Map<string, Listening>()

  return {
    async prepare(attemptId) {
      const server = createServer()
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(0, '127.0.0.1', () => resolve())
      })
      const port = (server.address() as AddressInfo).port
      const listening: Listening = { server, port, consentUrl: null, expected: null, finish: null }
      server.on('request', (request, response) => receive(request, response, listening))
      open.set(attemptId, listening)
      return { kind: 'loopback', port }
    },
    async run({ attemptId, consentUrl, timeoutMs, signal }) {
      const listening = open.get(attemptId)
      if (!listening) return { kind: 'aborted' }
      listening.consentUrl = consentUrl
      listening.expected = new URL(consentUrl).searchParams.get('state')
      announce?.(consentUrl)
      const end = await new Promise<ConsentEnd>((resolve) => {
        const timer = setTimeout(() => resolve({ kind: 'timed-out' }), Math.min(timeoutMs, 2 ** 31 - 1))
        const abort = () => resolve({ kind: 'aborted' })
        if (signal.aborted) abort()
        signal.addEventListener('abort', abort, { once: true })
        listening.finish = (how) => {
          clearTimeout(timer)
          resolve(how)
        }
      })
      open.delete(attemptId)
      listening.server.close()
      return end
    },
    consentUrl: (attemptId) => open.get(attemptId)?.consentUrl ?? null,
  }
}

/** Takes the first redirect that answers this attempt's ticket; anything else is nobody's business. */
function receive(request: IncomingMessage, response: ServerResponse, listening: Listening): void {
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${listening.port}`)
  const fits = request.method === 'GET' && url.pathname === '/oauth/callback' && isAnswer(url, request, listening)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Content-Security-Policy', "default-src 'none'")
  response.setHeader('Connection', 'close')
  if (!fits) {
    response.statusCode = 404
    response.end()
    return
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(DONE_PAGE)
  listening.finish?.({ kind: 'returned', url: url.href })
}

function isAnswer(url: URL, request: IncomingMessage, { port, expected }: Listening): boolean {
  return request.headers.host === `127.0.0.1:${port}` && expected !== null && url.searchParams.get('ticket') === expected
}
