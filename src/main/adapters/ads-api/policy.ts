export const TIMEOUT_MS = 15_000

/** Up to 5,000 profiles of about 400 bytes may come in one answer (docs/amazon.md §1.8). */
export const MAX_BYTES = 8 * 1024 * 1024

/** Amazon names the wait in Retry-After; where it does not, a minute, doubled with each 429 in a row. */
export const DEFAULT_HOLD_MS = 60_000
export const LONGEST_HOLD_MS = 15 * 60_000
