import type { Clock } from '../ports/clock.ts'
import { JUMP_MS } from './policy.ts'

/** Notices that the machine slept or somebody set its clock: wall time went another way than monotonic time. */
export interface SleepWatch {
  look(): 'steady' | 'jumped'
}

export function createSleepWatch(clock: Pick<Clock, 'now' | 'monotonic'>): SleepWatch {
  let offset: number | null = null
  return {
    look: () => {
      const before = offset
      offset = clock.now() - clock.monotonic()
      return before !== null && Math.abs(offset - before) >= JUMP_MS ? 'jumped' : 'steady'
    },
  }
}
