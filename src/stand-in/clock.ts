/** A clock that somebody turns by hand, or that runs at a chosen pace. All times in milliseconds since 1970. */
export type StandInClock = {
  now(): number
  set(ms: number): void
  advance(ms: number): void
  /** Simulated milliseconds per real millisecond from now on; 0 stops the clock. */
  setRate(rate: number): void
  rate(): number
}

/** `realNow` is the machine's own clock; `changed` is told after every turn of the hands. */
export function createClock(startMs: number, rate: number, realNow: () => number, changed: () => void): StandInClock {
  let base = { simulated: startMs, real: realNow(), rate }
  const now = (): number => Math.floor(base.simulated + (realNow() - base.real) * base.rate)
  const rebase = (simulated: number, nextRate: number): void => {
    base = { simulated, real: realNow(), rate: nextRate }
    changed()
  }
  return {
    now,
    set: (ms) => rebase(ms, base.rate),
    advance: (ms) => rebase(now() + ms, base.rate),
    setRate: (nextRate) => rebase(now(), nextRate),
    rate: () => base.rate,
  }
}
