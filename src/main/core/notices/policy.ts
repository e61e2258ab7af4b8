const MINUTE = 60_000

/** This many incidents within the span are told once, as a digest. */
export const DIGEST_FROM = 3
export const DIGEST_SPAN_MS = 10 * MINUTE

/** Good news is taken down by itself after this long. */
export const GOOD_NEWS_MS = 24 * 60 * MINUTE

/** Channels the tray names. */
export const TRAY_ATTENTION = 5
