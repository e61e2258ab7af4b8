import type { Instant } from '../../../shared/domain/ids.ts'

/** The only source of time in the core. */
export interface Clock {
  /** Wall time, ms since 1970. */
  now(): Instant
  /** Ms since an arbitrary start; never jumps back, goes on during clock changes. */
  monotonic(): number
  /** Calls once after at least `delayMs` (monotonic). Returns a cancel. */
  timer(delayMs: number, call: () => void): () => void
}
