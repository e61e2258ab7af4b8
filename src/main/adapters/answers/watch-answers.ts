import { BROKER_FAILURE_CODES } from '../../../shared/contract/broker/answer.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Door, HeardAnswer } from '../../../shared/domain/refusals/heard-answer.ts'
import { isKnownAnswer } from '../../../shared/domain/refusals/is-known-answer.ts'
import { complaintIn, plainCode, plainMessage, shapeOf } from './describe-body.ts'

/** An error answer is short; more than this is somebody else's page. */
const LONGEST_BYTES = 65_536
const LONGEST_SHAPE = 200

/** Whom a fetch speaks to; `broker` is ours and has a closed list of codes. */
export type WatchedDoor = Exclude<Door, 'login-code' | 'login-renewal'> | 'login' | 'broker'

export interface WatchOrder {
  readonly fetch: typeof fetch
  readonly doorOf: (url: URL) => WatchedDoor
  readonly now: () => Instant
  /** Keeps what was found; a promise that fails is not the caller's trouble. */
  readonly note: (findings: readonly Finding[]) => Promise<void>
}

/**
 * A fetch that notes refusals nobody knows. It changes nothing about an answer and never waits: the caller sorts it as
 * always, and whoever else is asking goes on.
 */
export function watchAnswers({ fetch: fetchAny, doorOf, now, note }: WatchOrder): typeof fetch {
  return async (input, init) => {
    const answer = await fetchAny(input, init)
    if (answer.status < 400 || answer.body === null) return answer
    const url = new URL(input instanceof Request ? input.url : input.toString())
    const copy = answer.clone()
    void readShort(copy)
      .then((text) => findingOf({ door: doorOf(url), url, answer: copy, text, at: now() }))
      .then((found) => (found === null ? undefined : note([found])))
      .catch(() => undefined)
    return answer
  }
}

interface Heard {
  readonly door: WatchedDoor
  readonly url: URL
  readonly answer: Response
  readonly text: string
  readonly at: Instant
}

function findingOf({ door, url, answer, text, at }: Heard): Finding | null {
  const json = parsed(text)
  const complaint = json === undefined ? null : complaintIn(json)
  const body = json === undefined ? bodyWithout(answer.headers) : 'json'
  if (isKnown(door, { status: answer.status, body, error: complaint })) return null
  const shape = { json: shapeOf(json).slice(0, LONGEST_SHAPE), html: 'a page', other: 'no JSON' }[body]
  const message = plainMessage(complaint?.message ?? '')
  return {
    source: door,
    kind: 'new-answer',
    column: `${answer.status} ${plainCode(complaint?.code ?? '')}`,
    why: `${pathOf(url)} ${shape}${message === null ? '' : ` “${message}”`}`,
    documentId: requestId(answer.headers),
    channelId: null,
    at,
  }
}

function bodyWithout(headers: Headers): 'html' | 'other' {
  return /html/i.test(headers.get('content-type') ?? '') ? 'html' : 'other'
}

function isKnown(door: WatchedDoor, heard: Omit<HeardAnswer, 'door'>): boolean {
  if (door !== 'broker') return isKnownAnswer({ ...heard, door: door === 'login' ? 'login-renewal' : door })
  const said = heard.error?.code
  return BROKER_FAILURE_CODES.some((code) => code === said) || heard.body === 'html'
}

/** Names of an address without ids: `/orders/v0/orders/…`. */
function pathOf({ pathname }: URL): string {
  const parts = pathname.split('/').map((part) => (/^([a-z][A-Za-z-]{0,30}|v\d{1,2}|\d{4}-\d{2}-\d{2}|)$/.test(part) ? part : '…'))
  return parts.slice(0, 8).join('/')
}

/** Amazon's name of the request, by which its support finds it. */
function requestId(headers: Headers): string | null {
  const id = headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id')
  return id !== null && /^[\w-]{8,64}$/.test(id) ? id : null
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' ? (json ?? undefined) : undefined
  } catch {
    return undefined
  }
}

async function readShort(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LONGEST_BYTES) return ''
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
