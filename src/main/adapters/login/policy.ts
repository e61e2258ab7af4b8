export const LOGIN_TIMEOUT_MS = 15_000

/** A redeemed answer, the longest there is, stays below 24 KiB: two credentials of 2 KiB, each wrapped twice. */
export const ANSWER_MAX_BYTES = 65_536

/** Amazon's access credentials live an hour (docs/amazon.md §1.5); used where an answer does not say. */
export const ACCESS_SECONDS = 3600

/** Used up a little before Amazon ends it, so that no call starts with a credential that ends on its way. */
export const ACCESS_MARGIN_MS = 60_000
