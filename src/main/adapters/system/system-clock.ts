import type { Clock } from '../../core/ports/clock.ts'

/** Node turns longer delays into one millisecond, so longer waits are walked in steps. */
const LONGEST_STEP_MS = 2 ** 31 - 1

/** The computer's own time. `longestStepMs` is the longest single wait of the platform's timer. */
export function createSystemClock(longestStepMs = LONGEST_STEP_MS): Clock {
  const monotonic = () => performance.now()
  return {
    now: () => Date.now(),
    monotonic,
    timer: (delayMs, call) => {
      const dueAt = monotonic() + delayMs
      let step: NodeJS.Timeout | null = null
      const walk = () => {
        const leftMs = dueAt - monotonic()
        if (leftMs <= 0) call()
        else step = setTimeout(walk, Math.min(Math.ceil(leftMs), longestStepMs))
      }
      step = setTimeout(walk, Math.min(Math.max(0, Math.ceil(delayMs)), longestStepMs))
      return () => {
        if (step !== null) clearTimeout(step)
      }
    },
  }
}
