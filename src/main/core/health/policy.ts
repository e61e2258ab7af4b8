const MINUTE = 60_000

/** Everything waiting longer than this for quota or for Amazon is *Delayed by Amazon*. */
export const DELAYED_AFTER_MS = 10 * MINUTE

/** A run younger than this explains why nothing has succeeded yet, e.g. right after a long sleep. */
export const FRESH_RUN_MS = 30 * MINUTE

/** The newest fetch is looked for among this many newest days; older ones are not fetched again once settled. */
export const NEWEST_DAYS = 60

export const DAY_MS = 24 * 60 * MINUTE
