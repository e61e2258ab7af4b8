import type { DayState } from '../../shared/domain/coverage.ts'

const letters: Readonly<Record<string, DayState>> = {
  s: 'complete-settled',
  t: 'complete-settling',
  e: 'empty-proven',
  p: 'partial',
  f: 'missing-fetchable',
  x: 'missing-lost',
  n: 'not-due',
  '-': 'before-start',
}

/** Days written short: `16s 14t` is sixteen settled days, then fourteen settling. */
export function sampleDays(written: string): DayState[] {
  return written.split(' ').flatMap((run) => {
    const state = letters[run.at(-1) ?? '']
    return state === undefined ? [] : Array.from({ length: Number(run.slice(0, -1)) }, () => state)
  })
}
