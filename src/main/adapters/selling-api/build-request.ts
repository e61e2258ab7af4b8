import type { Caller } from '../../core/ports/selling-api.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { SellingWorld } from './world.ts'

/** One call in HTTP's words. `query` values are sent as they are; absent ones are left out by the caller. */
export interface SellingCall {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON by POST; a call without one is a GET, because Amazon refuses a GET that has a body. */
  readonly body?: unknown
  /** Sent by DELETE. */
  readonly cancels?: boolean
}

export function buildRequest(
  world: Pick<SellingWorld, 'endpoints' | 'userAgent' | 'clock'>,
  caller: Caller,
  call: SellingCall,
): { readonly url: string; readonly init: RequestInit } {
  const query = new URLSearchParams(call.query ?? {}).toString()
  const url = `${world.endpoints[caller.region].replace(/\/$/, '')}${call.path}${query === '' ? '' : `?${query}`}`
  const headers = {
    'x-amz-access-token': caller.access.access.reveal(),
    'x-amz-date': amazonDate(world.clock.now()),
    'user-agent': world.userAgent,
    accept: 'application/json',
  }
  // A redirect would carry the credential to an address nobody chose.
  const method = call.cancels === true ? 'DELETE' : 'GET'
  if (call.body === undefined) return { url, init: { method, headers, redirect: 'manual' } }
  return {
    url,
    init: {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(call.body),
      redirect: 'manual',
    },
  }
}

/** YYYYMMDDTHHMMSSZ */
function amazonDate(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
