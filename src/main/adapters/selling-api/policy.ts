/** A control answer comes within seconds; a longer silence is trouble at Amazon's side. */
export const CONTROL_TIMEOUT_MS = 15_000
/** A page can be megabytes on a slow line. */
export const PAGE_TIMEOUT_MS = 60_000

/** The longest control answer is a list of 100 reports, well below 100 KB. */
export const CONTROL_MAX_BYTES = 512 * 1024
/** Amazon refuses pages above 10 MB (docs/amazon.md §4.2). */
export const PAGE_MAX_BYTES = 32 * 1024 * 1024

/** A real 429 doubles the wait up to this, unless a single token takes longer to come back. */
export const LONGEST_HOLD_MS = 15 * 60_000
/** Fast operations refill in milliseconds; after a real 429 nobody asks again within a second. */
export const SHORTEST_HOLD_MS = 1000

/** 100 a page is Amazon's most; more pages than this are not one crash's worth of reports. */
export const FOUND_PAGE_SIZE = 100
export const FOUND_MAX_PAGES = 5
/**
 * A burst found smaller than documented is believed for a day; then the documented one is tried once more, half as often each
 * time it was found too large again: what only passed is forgotten, and a smaller allowance costs ever fewer refusals.
 */
export const BURST_BELIEVED_MS = 24 * 3_600_000
export const BURST_LONGEST_BELIEVED_MS = 14 * 24 * 3_600_000
