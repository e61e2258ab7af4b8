import type { AnswerMessage, CallMessage, EventMessage } from '../../shared/contract/wire.ts'
import { lostAnswer, type Link, type LinkState } from './link.ts'
import { createListeners } from './listeners.ts'
import { readMessage } from './read-message.ts'

/** What a socket tells. `closed` comes once, also when it never opened. */
export interface SocketEars {
  readonly opened: () => void
  readonly message: (data: unknown) => void
  readonly closed: () => void
}

export interface SocketWorld {
  /** Opens one socket; the answer sends a text frame. */
  readonly open: (ears: SocketEars) => (text: string) => void
  readonly now: () => number
  /** Runs once after `ms`. */
  readonly later: (run: () => void, ms: number) => void
}

/** First wait before opening again, doubled up to the longest. The host is on this computer, so both are short. */
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

/** A link over one WebSocket that opens itself again, and answers every call even when the socket dies under it. */
export function openSocketLink(world: SocketWorld): Link {
  const pending = new Map<number, (answer: AnswerMessage) => void>()
  const waiting: string[] = []
  const events = createListeners<EventMessage>()
  const changes = createListeners<LinkState>()
  let state: LinkState = { kind: 'opening' }
  let send: ((text: string) => void) | null = null
  let wait = FIRST_WAIT_MS
  let lastId = 0

  const move = (next: LinkState): void => {
    state = next
    changes.tell(next)
  }
  const arrived = (data: unknown): void => {
    const arrival = readMessage(data)
    if (arrival.kind === 'event') events.tell(arrival.event)
    if (arrival.kind !== 'answer') return
    const settle = pending.get(arrival.answer.id)
    pending.delete(arrival.answer.id)
    settle?.(arrival.answer)
  }
  const opened = (): void => {
    wait = FIRST_WAIT_MS
    for (const text of waiting.splice(0)) send?.(text)
    move({ kind: 'open' })
  }
  const closed = (): void => {
    send = null
    waiting.length = 0
    const orphans = [...pending]
    pending.clear()
    if (state.kind !== 'lost') move({ kind: 'lost', since: world.now() })
    for (const [id, settle] of orphans) settle(lostAnswer(id))
    world.later(connect, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
  function connect(): void {
    send = world.open({ opened, message: arrived, closed })
  }
  connect()

  return {
    call: (name, params) => {
      lastId += 1
      const id = lastId
      if (state.kind === 'lost') return Promise.resolve(lostAnswer(id))
      const text = JSON.stringify({ id, name, params } satisfies CallMessage)
      return new Promise((resolve) => {
        pending.set(id, resolve)
        if (state.kind === 'open') send?.(text)
        else waiting.push(text)
      })
    },
    subscribe: events.add,
    linkState: () => state,
    onLinkChange: changes.add,
  }
}
