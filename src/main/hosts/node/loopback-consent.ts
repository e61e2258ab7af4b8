import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConsentEnd, ConsentSurface } from '../../core/ports/consent.ts'

const DONE_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Springline</title>
<h1>Back in Springline</h1><p>You can close this page. Springline goes on by itself.</p></html>`

const RETURN = '/oauth/callback?'

/** A prepared attempt whose pages are never shown (the broker did not answer) stops listening after this. */
const ABANDONED_AFTER_MS = 60_000
/** Time for the last page to reach the browser before its connection is cut. */
const GRACE_MS = 1_000

interface Listening {
  readonly server: Server
  readonly port: number
  readonly abandoned: NodeJS.Timeout
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
      const abandoned = setTimeout(() => stopListening(open, attemptId), ABANDONED_AFTER_MS).unref()
      const listening: Listening = { server, port, abandoned, consentUrl: null, expected: null, finish: null }
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
      clearTimeout(listening.abandoned)
      const end = await untilEnd(listening, timeoutMs, signal)
      stopListening(open, attemptId)
      return end
    },
    consentUrl: (attemptId) => open.get(attemptId)?.consentUrl ?? null,
  }
}

function untilEnd(listening: Listening, timeoutMs: number, signal: AbortSignal): Promise<ConsentEnd> {
  return new Promise((resolve) => {
    const finish = (end: ConsentEnd) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      resolve(end)
    }
    const abort = () => finish({ kind: 'aborted' })
    const timer = setTimeout(() => finish({ kind: 'timed-out' }), Math.min(timeoutMs, 2 ** 31 - 1))
    signal.addEventListener('abort', abort, { once: true })
    listening.finish = finish
    if (signal.aborted) abort()
  })
}

/** Takes no new connection; whoever still holds one open cannot keep the process alive. */
function stopListening(open: Map<string, Listening>, attemptId: string): void {
  const listening = open.get(attemptId)
  if (!listening) return
  open.delete(attemptId)
  clearTimeout(listening.abandoned)
  listening.server.close()
  setTimeout(() => listening.server.closeAllConnections(), GRACE_MS).unref()
}

/** Takes the first redirect that answers this attempt's ticket; anything else is nobody's business. */
function receive(request: IncomingMessage, response: ServerResponse, listening: Listening): void {
  const url = answerUrl(request, listening)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Content-Security-Policy', "default-src 'none'")
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Connection', 'close')
  if (url === null) {
    response.statusCode = 404
    response.end()
    return
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(DONE_PAGE)
  listening.finish?.({ kind: 'returned', url: url.href })
}

/** The address if it is the redirect this attempt waits for; null for anything else, whatever its path looks like. */
function answerUrl({ method, url: target = '', headers }: IncomingMessage, { port, expected }: Listening): URL | null {
  if (method !== 'GET' || headers.host !== `127.0.0.1:${port}` || !target.startsWith(RETURN)) return null
  const url = new URL(target, `http://127.0.0.1:${port}`)
  return expected !== null && url.searchParams.get('ticket') === expected ? url : null
}
