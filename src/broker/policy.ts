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

/** A client secret ends 180 days after it was made; a rotated one works seven days more (docs/amazon.md §1.5). */
export const CLIENT_SECRET_DAYS = 180

/** The newest broker key is renewed once a year, so that one stolen copy does not open what is sealed for ever. */
export const NEWEST_KEY_DAYS = 365

/**
 * How long a replaced key still opens. A permission ends 365 days after consent (docs/amazon.md §1.5) and every renewal
 * seals anew, so what an older key had sealed is dead at Amazon; the rest is for clocks and late deployments.
 */
export const OLD_KEY_DAYS = 400

/**
 * An hour's credentials for an agency's 200 authorizations, asked for at once after a weekend, by several machines
 * behind one address. A person's own attempt is four requests.
 */
export const ADDRESS_LIMIT = { burst: 1200, perMinute: 600 } as const

/** The same for one machine, which renews each authorization once an hour. */
export const DEVICE_LIMIT = { burst: 400, perMinute: 120 } as const

/** At about 150 bytes each below 10 MB. The one seen longest ago is forgotten first. */
export const LIMIT_CAPACITY = 50_000

/**
 * How long a sender may take for a request's headers and for all of it, and how often that is looked at, in
 * milliseconds: the longest request is 16 KiB, and a slow sender holds a connection.
 */
export const SENDER_TIMES = { headers: 10_000, whole: 20_000, lookEvery: 5000 } as const

/** More open connections than this are closed unanswered: each holds memory before a request is even read. */
export const MAX_CONNECTIONS = 4096
