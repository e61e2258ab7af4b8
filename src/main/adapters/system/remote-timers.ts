interface Timer {
  readonly dueAt: number
  readonly call: () => void
}

export interface RemoteTimers {
  add(delayMs: number, call: () => void): () => void
  /** Fires what is due by now, earliest first; a timer set while firing waits for the next look. */
  fireDue(): void
  count(): number
  clear(): void
}

/** Timers that follow a clock which only moves when it is looked at. */
export function createRemoteTimers(monotonic: () => number): RemoteTimers {
  const timers = new Set<Timer>()
  return {
    add: (delayMs, call) => {
      const timer = { dueAt: monotonic() + Math.max(0, delayMs), call }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    fireDue: () => {
      const due = [...timers].filter((timer) => timer.dueAt <= monotonic()).sort((a, b) => a.dueAt - b.dueAt)
      for (const timer of due) {
        // A timer fired before it may have cancelled this one.
        if (timers.delete(timer)) timer.call()
      }
    },
    count: () => timers.size,
    clear: () => timers.clear(),
  }
}
