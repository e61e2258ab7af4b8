import type { Cause } from './cause.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

export interface BackOffRange {
  readonly firstMs: number
  readonly longestMs: number
}

const NETWORK: BackOffRange = { firstMs: 30 * SECOND, longestMs: 5 * MINUTE }
const AMAZON: BackOffRange = { firstMs: MINUTE, longestMs: 15 * MINUTE }
const KEY: BackOffRange = { firstMs: 5 * MINUTE, longestMs: 30 * MINUTE }
const ACCOUNT: BackOffRange = { firstMs: 15 * MINUTE, longestMs: 60 * MINUTE }
const DISK: BackOffRange = { firstMs: 15 * SECOND, longestMs: MINUTE }

/**
 * Growing waits of every cause whose rule is `back-off`; the only place they stand. Our choice: a network or a disk comes
 * back within minutes, Amazon within a quarter of an hour, a key or an account only when somebody has worked on it.
 */
export const BACK_OFFS = {
  offline: NETWORK,
  'captive-portal': NETWORK,
  'network-blocks-amazon': NETWORK,
  'certificate-untrusted': NETWORK,
  'clock-wrong': KEY,
  'storage-full': DISK,
  'storage-trouble': DISK,
  'broker-trouble': AMAZON,
  'amazon-outage': AMAZON,
  'amazon-trouble': AMAZON,
  'application-key-refused': KEY,
  'application-key-ended': KEY,
  'application-not-allowed': KEY,
  'wrong-region': ACCOUNT,
  'account-problem': ACCOUNT,
} as const satisfies Partial<Record<Cause, BackOffRange>>

export type BackOffCause = keyof typeof BACK_OFFS

/** What a cause with the rule `daily` waits before it is asked about again. */
export const DAILY_MS = 24 * 60 * MINUTE

/**
 * The wait before the next try after `failures` in a row: doubled each time up to the longest, and spread (half to whole,
 * `fraction` in [0, 1)), so that many accounts never return together.
 */
export function backOffAfter(cause: BackOffCause, failures: number, fraction: number): number {
  const { firstMs, longestMs } = BACK_OFFS[cause]
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, failures - 1)))
  return Math.round(whole * (0.5 + fraction / 2))
}
