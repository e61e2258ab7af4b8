import type { Instant } from '../../../shared/domain/ids.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { DEFAULT_HOLD_MS, LONGEST_HOLD_MS } from './policy.ts'

export interface Holds {
  /** When to come again; null when nothing holds the call back. */
  standing(key: string): Instant | null
  /** Notes a 429 with its Retry-After header; answers when to come again. */
  begin(key: string, retryAfter: string | null): Instant
  end(key: string): void
}

/** The advertising API's limits move with its load, so there are no buckets: a 429 holds back, anything else frees. */
export function createHolds(clock: Pick<Clock, 'now' | 'monotonic'>): Holds {
  const holds = new Map<string, { readonly untilMs: number; readonly strikes: number }>()
  return {
    standing: (key) => {
      const leftMs = (holds.get(key)?.untilMs ?? 0) - clock.monotonic()
      return holds.has(key) && leftMs > 0 ? clock.now() + leftMs : null
    },
    begin: (key, retryAfter) => {
      const strikes = holds.get(key)?.strikes ?? 0
      const grownMs = Math.min(DEFAULT_HOLD_MS * 2 ** strikes, LONGEST_HOLD_MS)
      const holdMs = retryAfterMs(retryAfter, clock.now()) ?? grownMs
      holds.set(key, { untilMs: clock.monotonic() + holdMs, strikes: strikes + 1 })
      return clock.now() + holdMs
    },
    end: (key) => void holds.delete(key),
  }
}

/** Seconds, or an HTTP date; null for neither. Never less than a second. */
export function retryAfterMs(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? ''
  const date = /[A-Za-z]/.test(text) ? Date.parse(text) - now : Number.NaN
  const waitMs = /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) * 1000 : date
  return Number.isFinite(waitMs) ? Math.max(1000, Math.ceil(waitMs)) : null
}
