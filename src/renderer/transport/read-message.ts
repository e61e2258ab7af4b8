import type { Failure } from '../../shared/contract/failures.ts'
import type { AnswerMessage, EventMessage } from '../../shared/contract/wire.ts'

/** What may arrive on the socket; anything else is dropped. Values were checked by the host that sent them. */
export type Arrival =
  | { readonly kind: 'answer'; readonly answer: AnswerMessage }
  | { readonly kind: 'event'; readonly event: EventMessage }
  | { readonly kind: 'foreign' }

const EVENTS: readonly string[] = ['changed', 'attempt-moved', 'navigate'] satisfies readonly EventMessage['event'][]

/** Reads one text frame. */
export function readMessage(text: unknown): Arrival {
  const parsed = typeof text === 'string' ? parse(text) : null
  if (!isRecord(parsed)) return { kind: 'foreign' }
  if (typeof parsed['event'] === 'string') {
    return EVENTS.includes(parsed['event']) ? { kind: 'event', event: parsed as unknown as EventMessage } : { kind: 'foreign' }
  }
  return readAnswer(parsed)
}

function readAnswer(parsed: Readonly<Record<string, unknown>>): Arrival {
  const { id, ok, value, failure } = parsed
  if (typeof id !== 'number') return { kind: 'foreign' }
  if (ok === true) return { kind: 'answer', answer: { id, ok, value } }
  if (ok === false && isFailure(failure)) return { kind: 'answer', answer: { id, ok, failure } }
  return { kind: 'foreign' }
}

function isFailure(value: unknown): value is Failure {
  return isRecord(value) && typeof value['code'] === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
