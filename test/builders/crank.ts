import type { Clock } from '../../src/main/core/ports/clock.ts'

/** Whose hands the crank turns: Amazon's clock is the one wall clock of a story. */
export interface TurnedClock {
  now(): number
  advance(ms: number): void
}

/** What is under way now, by name: the crank waits for it before it turns on. */
export type UnderWay = () => readonly string[]

export interface Crank {
  readonly clock: Clock
  /** Moves wall and monotonic time on, firing timers in order and letting everything under way finish between them. */
  advance(ms: number): Promise<void>
  /** The machine slept: wall time goes on, monotonic time and timers stand still. */
  sleep(ms: number): Promise<void>
  /** Waits until nothing is under way. */
  quiet(): Promise<void>
  watch(underWay: UnderWay): () => void
  /** Counts a promise as under way until it settles. */
  track<Value>(name: string, promise: Promise<Value>): Promise<Value>
  timers(): number
}

interface Timer {
  readonly dueAt: number
  readonly call: () => void
}

/** Turns of the event loop without anything under way after which a story counts as settled. */
const CALM_TURNS = 3
/** Real time after which something under way is stuck, and the story is broken. */
const STUCK_MS = 20_000
/** Real time after which a request that Amazon lets hang counts as waiting for the clock. */
const HANGING_MS = 40

/** One hand-cranked clock for Amazon, the broker and the core. `mayHang`: Amazon was told to let requests hang. */
export function createCrank(amazon: TurnedClock, mayHang: () => boolean): Crank {
  let elapsed = 0
  const timers = new Set<Timer>()
  const sources = new Set<UnderWay>()
  const tracked = new Map<symbol, string>()
  const pending = () => [...tracked.values(), ...[...sources].flatMap((source) => source())]

  async function quiet(): Promise<void> {
    const since = performance.now()
    for (let calm = 0; calm < CALM_TURNS;) {
      await new Promise((resolve) => setImmediate(resolve))
      const names = pending()
      calm = names.length === 0 ? calm + 1 : 0
      if (calm > 0) continue
      const waitedMs = performance.now() - since
      if (waitedMs > HANGING_MS && mayHang()) return
      if (waitedMs > STUCK_MS) throw new Error(`still under way: ${names.join(', ')}`)
    }
  }

  function goTo(at: number): void {
    amazon.advance(at - elapsed)
    elapsed = at
  }

  return {
    clock: {
      now: () => amazon.now(),
      monotonic: () => elapsed,
      timer: (delayMs, call) => {
        // Whole milliseconds and at least one, as every real timer: otherwise time could stand still for ever.
        const timer = { dueAt: elapsed + Math.max(1, Math.ceil(delayMs)), call }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
    },
    advance: async (ms) => {
      const until = elapsed + ms
      await quiet()
      for (let next = firstDue(timers, until); next !== null; next = firstDue(timers, until)) {
        timers.delete(next)
        goTo(Math.max(elapsed, next.dueAt))
        next.call()
        await quiet()
      }
      goTo(until)
      await quiet()
    },
    sleep: async (ms) => {
      amazon.advance(ms)
      await quiet()
    },
    quiet,
    watch: (underWay) => {
      sources.add(underWay)
      return () => void sources.delete(underWay)
    },
    track: (name, promise) => {
      const mark = Symbol(name)
      tracked.set(mark, name)
      return promise.finally(() => tracked.delete(mark))
    },
    timers: () => timers.size,
  }
}

function firstDue(timers: ReadonlySet<Timer>, until: number): Timer | null {
  let first: Timer | null = null
  for (const timer of timers) if (timer.dueAt <= until && (first === null || timer.dueAt < first.dueAt)) first = timer
  return first
}
