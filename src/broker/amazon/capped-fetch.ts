import { LOGIN_ANSWER_MAX_BYTES } from '../policy.ts'

/** Filled while an answer passes: what is still needed after the library has turned it into an error. */
export interface SeenAnswer {
  status: number
  retryAfterSeconds: number | undefined
}

/**
 * A fetch that notes the status and reads no more than an answer can be. Only status and content type go on: other
 * headers (a challenge, a cookie) would only change how the same refusal is reported.
 */
export function cappedFetch(fetchAny: typeof fetch, seen: SeenAnswer): typeof fetch {
  return async (input, init) => {
    const answer = await fetchAny(input, init)
    seen.status = answer.status
    seen.retryAfterSeconds = readSeconds(answer.headers.get('retry-after'))
    const body = await readCapped(answer)
    const headers = { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }
    return new Response(isBodiless(answer.status) ? null : body, { status: answer.status, headers })
  }
}

async function readCapped(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LOGIN_ANSWER_MAX_BYTES) throw new Error('the login answer is too long')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

function readSeconds(header: string | null): number | undefined {
  if (header === null || !/^\d{1,5}$/u.test(header)) return undefined
  return Math.min(Number(header), 86_400)
}
