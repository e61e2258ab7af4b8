import type { Topic } from '../../../shared/contract/events.ts'
import type { EventMessage } from '../../../shared/contract/wire.ts'
import type { Clock } from '../ports/clock.ts'

/** Changes within this time are told together, so a busy backfill does not flood the window. */
const TOGETHER_MS = 250

export interface Mouth {
  say(event: EventMessage): void
  /** Tells which topics to read again, a moment later and once. */
  changed(...topics: Topic[]): void
  subscribe(listener: (event: EventMessage) => void): () => void
  /** Called after each told change. */
  onQuiet(listener: () => void): () => void
  stop(): void
}

/** What the core says to its windows. */
export function createMouth(clock: Pick<Clock, 'timer'>): Mouth {
  const listeners = new Set<(event: EventMessage) => void>()
  const quiet = new Set<() => void>()
  const pending = new Set<Topic>()
  let cancel: (() => void) | null = null

  const say = (event: EventMessage) => {
    for (const listener of listeners) listener(event)
  }
  const tell = () => {
    cancel = null
    say({ event: 'changed', value: { topics: [...pending] } })
    pending.clear()
    for (const listener of quiet) listener()
  }
  return {
    say,
    changed(...topics) {
      for (const topic of topics) pending.add(topic)
      cancel ??= clock.timer(TOGETHER_MS, tell)
    },
    subscribe: (listener) => added(listeners, listener),
    onQuiet: (listener) => added(quiet, listener),
    stop() {
      cancel?.()
      cancel = null
    },
  }
}

function added<Listener>(set: Set<Listener>, listener: Listener): () => void {
  set.add(listener)
  return () => set.delete(listener)
}
