import type { Clock } from '../../src/main/core/ports/clock.ts'

export interface TestClock extends Clock {
  /** Moves wall and monotonic time on, fires due timers in order of their time and lets their promises settle. */
  advance(ms: number): Promise<void>
  /** Moves wall time alone: somebody set the computer's clock, or it slept (monotonic time stood still). */
  jumpWall(ms: number): void
  /** Timers that have not fired. */
  pending(): number
  /** Lets promises settle without moving time. */
  settle(): Promise<void>
}

interface Timer {
  readonly dueAt: number
  readonly call: () => void
}

/** A hand-cranked clock. `start` is wall time in ms since 1970; monotonic time begins at 0. */
export function createTestClock(start: number): TestClock {
  let wall = start
  let elapsed = 0
  const timers = new Set<Timer>()

  const goTo = (at: number) => {
    wall += at - elapsed
    elapsed = at
  }

  return {
    now: () => wall,
    monotonic: () => elapsed,
    timer: (delayMs, call) => {
      const timer = { dueAt: elapsed + Math.max(0, delayMs), call }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance: async (ms) => {
      const until = elapsed + ms
      await settle()
      for (let next = firstDue(timers, until); next; next = firstDue(timers, until)) {
        timers.delete(next)
        goTo(Math.max(elapsed, next.dueAt))
        next.call()
        await settle()
      }
      goTo(until)
      await settle()
    },
    jumpWall: (ms) => {
      wall += ms
    },
    pending: () => timers.size,
    settle,
  }
}

function firstDue(timers: ReadonlySet<Timer>, until: number): Timer | null {
  let first: Timer | null = null
  for (const timer of timers) {
    if (timer.dueAt <= until && (first === null || timer.dueAt < first.dueAt)) first = timer
  }
  return first
}

/** Two turns of the event loop: whatever was only waiting for other promises is done afterwards. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
