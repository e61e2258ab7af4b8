import { sortNetworkError } from '../../../shared/lib/sort-network-error.ts'
import type { Reached } from '../../core/ports/surroundings.ts'

export interface ReachWorld {
  readonly fetch: typeof fetch
  /** Ms since an arbitrary start. */
  readonly monotonic: () => number
}

/** Asks an address for its headers alone. No credential, no cookie, no redirect followed. */
export async function reach(world: ReachWorld, address: string, signal: AbortSignal): Promise<Reached> {
  const began = world.monotonic()
  const tookMs = () => Math.max(0, Math.round(world.monotonic() - began))
  try {
    const answer = await world.fetch(address, { method: 'HEAD', redirect: 'manual', credentials: 'omit', cache: 'no-store', signal })
    await answer.body?.cancel()
    return {
      kind: 'answered',
      by: whoAnswered(address, answer),
      status: answer.status,
      date: dateOf(answer.headers.get('date')),
      requestId: requestIdOf(answer.headers),
      tookMs: tookMs(),
    }
  } catch (error) {
    return { kind: 'silent', said: signal.aborted ? 'no-answer' : sortNetworkError(error), tookMs: tookMs() }
  }
}

function whoAnswered(address: string, answer: Response): Extract<Reached, { kind: 'answered' }>['by'] {
  const { status, headers } = answer
  if (status === 407) return 'proxy'
  if (status === 511 || isElsewhere(address, status, headers.get('location'))) return 'portal'
  return status >= 500 ? 'down' : 'host'
}

/** A redirect to a host of another name: Amazon's own redirects stay in the family. */
function isElsewhere(address: string, status: number, location: string | null): boolean {
  if (status < 300 || status >= 400 || location === null || !URL.canParse(location, address)) return false
  return familyOf(new URL(location, address).host) !== familyOf(new URL(address).host)
}

/** `amazon.com` of `api.amazon.com`; an address of numbers stands for itself, with its port. */
function familyOf(host: string): string {
  if (/^[\d.:[\]]+$/.test(host)) return host
  const names = host.split('.')
  const isShortSecond = (names.at(-2)?.length ?? 0) <= 3
  return names.slice(isShortSecond ? -3 : -2).join('.')
}

/** HTTP's own date form has seconds only, so a clock is never judged finer than that. */
function dateOf(header: string | null): number | null {
  const at = header === null ? Number.NaN : Date.parse(header)
  return Number.isFinite(at) ? at : null
}

function requestIdOf(headers: Headers): string | null {
  const id = headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id')
  return id !== null && /^[\w-]{1,64}$/.test(id) ? id : null
}
