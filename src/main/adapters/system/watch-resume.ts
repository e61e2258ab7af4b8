import type { Clock } from '../../core/ports/clock.ts'

/** A tick of half a minute that took a minute and a half was slept through (hosts without power events). */
export const TICK_MS = 30_000
export const SLEPT_MS = 90_000

export interface ResumeWatch {
  /** Called after the computer slept (or its clock was set far ahead). Answers an end of listening. */
  onResume(listener: (sleptMs: number) => void): () => void
  stop(): void
}

/** Notices sleep by comparing wall time between ticks. */
export function watchResume(clock: Clock): ResumeWatch {
  const listeners = new Set<(sleptMs: number) => void>()
  let tickedAt = clock.now()
  const tick = () => {
    const tookMs = clock.now() - tickedAt
    tickedAt = clock.now()
    cancel = clock.timer(TICK_MS, tick)
    if (tookMs > SLEPT_MS) for (const listener of listeners) listener(tookMs)
  }
  let cancel = clock.timer(TICK_MS, tick)
  return {
    onResume: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => cancel(),
  }
}
