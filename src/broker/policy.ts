/** A whole authorization should finish within ten minutes (docs/amazon.md §1.1). */
export const TICKET_SECONDS = 600

/** Amazon's code lives five minutes (docs/amazon.md §1.1), so a hand-off that carries it needs no longer. */
export const HANDOFF_SECONDS = 300

/** Longer than anything a nonce protects: a ticket and the hand-off made in its last second, or a proof's ten minutes. */
export const NONCE_SECONDS = TICKET_SECONDS + HANDOFF_SECONDS + 60

/** At 100 bytes each about 20 MB. A full set refuses: forgetting a nonce early would let it be used twice. */
export const NONCE_CAPACITY = 200_000

/** The longest request, a renewal, is below 13 KiB. */
export const BODY_MAX_BYTES = 16_384

/** Both of Amazon's credentials are at most 2 KiB (docs/amazon.md §1.2). */
export const LOGIN_ANSWER_MAX_BYTES = 65_536

export const LOGIN_TIMEOUT_MS = 15_000

/** Amazon's access credentials live an hour (docs/amazon.md §1.5); used where an answer does not say. */
export const ACCESS_SECONDS = 3600

/** Everything the app reads from advertising (docs/amazon.md §1.8). */
export const ADS_SCOPE = 'advertising::campaign_management'

/** A stopping broker waits for one login answer and a little more. */
export const STOP_GRACE_MS = LOGIN_TIMEOUT_MS + 2000
