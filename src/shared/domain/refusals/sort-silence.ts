import { assertNever } from '../../lib/never.ts'
import { sortNetworkError } from '../../lib/sort-network-error.ts'
import type { Cause } from '../cause.ts'

/** What a request that brought no answer means, and the closed word to keep of it. */
export interface Silence {
  readonly cause: Extract<Cause, 'offline' | 'certificate-untrusted'>
  readonly said: string
}

/**
 * Sorts what a fetch threw. A connection cut, refused or never made is taken for a missing network: one computer cannot
 * tell its own network from Amazon's end of the line. Where other hosts answer meanwhile, the outage judge says so.
 */
export function sortSilence(error: unknown): Silence {
  const said = sortNetworkError(error)
  switch (said) {
    case 'tls':
      return { cause: 'certificate-untrusted', said }
    case 'dns':
    case 'unreachable':
    case 'refused':
    case 'cut':
    case 'connect-timeout':
    case 'not-reached':
      return { cause: 'offline', said }
    default:
      return assertNever(said)
  }
}
