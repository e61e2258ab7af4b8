/** First release with the fix for the WAL reset race. Source: SQLite 3.51.3 release notes. */
export const OLDEST_ENGINE = [3, 51, 3] as const
/** How long a statement waits for another process's lock before it gives up. */
export const BUSY_TIMEOUT_MS = 5_000
/** Page cache per connection: flat insert cost was measured with it (own measurement). */
export const CACHE_KIB = 64 * 1024
/** A write-ahead log of this many pages is folded back into the file. */
export const CHECKPOINT_PAGES = 4_000
