import type { Failure } from './failures.ts'
import type { EventName, EventValue } from './events.ts'

/** What a carrier moves: a call with its number, an answer with the same number, or an event. */
export interface CallMessage {
  readonly id: number
  readonly name: string
  readonly params: unknown
}
export type AnswerMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
export type EventMessage = { [Name in EventName]: { readonly event: Name; readonly value: EventValue<Name> } }[EventName]

/** What the preload exposes, and what a host's carrier offers to the window under the name `springline`. */
export interface Bridge {
  call(name: string, params: unknown): Promise<AnswerMessage>
  subscribe(listener: (message: EventMessage) => void): () => void
}
