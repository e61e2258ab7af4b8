import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface OwnAddress {
  /** `<16 hex>.localhost:<port>`: a name of its own, because cookies ignore ports. */
  readonly host: string
  readonly cookieName: string
  readonly session: string
}

export type Verdict = { readonly kind: 'ok' } | { readonly kind: 'refused'; readonly status: number; readonly why: string }

/** A path of our own; `//name`, `/\name` and `http://name` would name another host. */
const OWN_PATH = /^\/(?![/\\])/

/** Exact Host (DNS rebinding), a path of our own, no cross-site fetches or frames, reading methods only. */
export function judgeRequest(request: IncomingMessage, own: OwnAddress): Verdict {
  if (request.headers.host !== own.host) return refused(421, 'wrong host')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'method')
  if (!OWN_PATH.test(request.url ?? '')) return refused(400, 'path')
  if (isForeign(request) && !opensWindow(request)) return refused(403, 'cross-site')
  return { kind: 'ok' }
}

function isForeign({ headers }: IncomingMessage): boolean {
  return !['same-origin', 'none'].includes(headers['sec-fetch-site'] ?? 'none')
}

/** A link from elsewhere may open the window itself, but not a frame of it. */
function opensWindow({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && (headers['sec-fetch-dest'] ?? 'document') === 'document'
}

/** A socket needs the exact Host, the exact Origin (a missing one is refused) and the session's cookie. */
export function judgeUpgrade(request: IncomingMessage, own: OwnAddress): Verdict {
  if (request.headers.host !== own.host) return refused(421, 'wrong host')
  if (request.headers.origin !== `http://${own.host}`) return refused(403, 'wrong origin')
  if (!hasSession(request, own)) return refused(401, 'no session')
  return { kind: 'ok' }
}

export function hasSession(request: IncomingMessage, own: OwnAddress): boolean {
  const wanted = Buffer.from(`${own.cookieName}=${own.session}`)
  const cookies = (request.headers.cookie ?? '').split(/;\s*/).map((text) => Buffer.from(text))
  return cookies.some((given) => given.length === wanted.length && timingSafeEqual(given, wanted))
}

function refused(status: number, why: string): Verdict {
  return { kind: 'refused', status, why }
}
