import { performance } from 'node:perf_hooks'

const STEP_MS = 1

export interface LoopWatch {
  /** Longest time, in ms, that the loop came back later than asked. */
  stop(): number
}

/** Watches how late the event loop of this thread is. The maximum counts: a percentile hides a single long stop. */
export function watchLoop(): LoopWatch {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - STEP_MS)
    last = now
  }, STEP_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return longest
    },
  }
}
