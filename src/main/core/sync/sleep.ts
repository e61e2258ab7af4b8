import type { Clock } from '../ports/clock.ts'

/** Waits on the monotonic clock; answers early, with `stopped`, when the signal is given. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<'slept' | 'stopped'> {
  if (signal.aborted) return Promise.resolve('stopped')
  return new Promise((resolve) => {
    const stop = () => {
      cancel()
      resolve('stopped')
    }
    const cancel = clock.timer(ms, () => {
      signal.removeEventListener('abort', stop)
      resolve('slept')
    })
    signal.addEventListener('abort', stop, { once: true })
  })
}
