import type { Instant } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports/clock.ts'
import { LONGEST_CLOSED_MS, SHORTEST_CLOSED_MS } from './policy.ts'
import { createShadowBucket } from './shadow-bucket.ts'

export interface Passage {
  /** Recent days and days about to be lost go first. */
  readonly urgent: boolean
  readonly signal: AbortSignal
}

/** One operation of one account: one call at a time, the urgent first, nobody while Amazon asked to wait. */
export interface Gate {
  /** Waits for its turn, then calls. Null when the signal was given first. */
  pass<Value>(passage: Passage, call: () => Promise<Value>): Promise<Value | null>
  /** Nobody passes before this instant. */
  closeUntil(at: Instant): void
  /** When the gate opens, if it is closed now. */
  closedUntil(): Instant | null
  tokens(): number
}

export interface GateRules {
  readonly clock: Clock
  readonly quota: { readonly perSecond: number; readonly burst: number }
  /** Tokens that only urgent callers may take while `isUrgentWorkOpen`. */
  readonly reserve: number
  readonly isUrgentWorkOpen: () => boolean
}

interface Waiter {
  readonly urgent: boolean
  readonly go: () => Promise<void>
}

export function createGate({ clock, quota, reserve, isUrgentWorkOpen }: GateRules): Gate {
  const bucket = createShadowBucket(quota)
  const queue: Waiter[] = []
  let isBusy = false
  let opensAt = 0
  let cancelTimer: (() => void) | null = null

  const lookAgainIn = (ms: number) => {
    cancelTimer?.()
    cancelTimer = clock.timer(ms, next)
  }

  function next(): void {
    if (isBusy || queue.length === 0) return
    const now = clock.monotonic()
    if (now < opensAt) return lookAgainIn(opensAt - now)
    const waiter = queue.find((one) => one.urgent) ?? queue[0]
    if (!waiter) return
    const waitMs = waiter.urgent || !isUrgentWorkOpen() ? 0 : bucket.msUntil(Math.min(quota.burst, reserve + 1), now)
    if (waitMs > 0) return lookAgainIn(Math.ceil(Math.min(waitMs, 1000)))
    queue.splice(queue.indexOf(waiter), 1)
    isBusy = true
    bucket.take(now)
    void waiter.go().finally(() => {
      isBusy = false
      next()
    })
  }

  return {
    pass: ({ urgent, signal }, call) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return resolve(null)
        const waiter: Waiter = {
          urgent,
          go: async () => {
            signal.removeEventListener('abort', leave)
            await call().then(resolve, reject)
          },
        }
        const leave = () => {
          const index = queue.indexOf(waiter)
          if (index >= 0) queue.splice(index, 1)
          resolve(null)
        }
        signal.addEventListener('abort', leave, { once: true })
        queue.push(waiter)
        next()
      }),
    closeUntil: (at) => {
      bucket.drain(clock.monotonic())
      const leftMs = at - clock.now()
      const closedMs = Number.isFinite(leftMs) ? Math.min(LONGEST_CLOSED_MS, Math.max(SHORTEST_CLOSED_MS, leftMs)) : SHORTEST_CLOSED_MS
      opensAt = Math.max(opensAt, clock.monotonic() + closedMs)
    },
    closedUntil: () => (clock.monotonic() < opensAt ? clock.now() + opensAt - clock.monotonic() : null),
    tokens: () => bucket.tokens(clock.monotonic()),
  }
}
