import type { Clock } from '../ports/clock.ts'

/** Timers that can be called off together. */
export interface Alarms {
  after(ms: number, call: () => void): void
  clear(): void
}

export function createAlarms(clock: Clock): Alarms {
  const cancels = new Set<() => void>()
  return {
    after: (ms, call) => {
      const cancel = clock.timer(ms, () => {
        cancels.delete(cancel)
        call()
      })
      cancels.add(cancel)
    },
    clear: () => {
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}
