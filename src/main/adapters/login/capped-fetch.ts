import { readCapped } from './read-capped.ts'

/** Filled while an answer passes: what is still needed after the library has turned it into an error. */
export interface SeenAnswer {
  status: number | null
  retryAfter: string | null
  contentType: string
}

/**
 * A fetch that notes the status and reads no more than an answer can be. Only status and content type go on: other
 * headers (a challenge, a cookie) would only change how the same refusal is reported.
 */
export function cappedFetch(fetchAny: typeof fetch, seen: SeenAnswer): typeof fetch {
  return async (input, init) => {
    const answer = await fetchAny(input, init)
    seen.status = answer.status
    seen.retryAfter = answer.headers.get('retry-after')
    seen.contentType = answer.headers.get('content-type') ?? ''
    const body = await readCapped(answer)
    const headers = { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }
    return new Response(isBodiless(answer.status) ? null : body, { status: answer.status, headers })
  }
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
