/** A source that goes on answering well is noted this often, so that a diagnosis knows how old its knowledge is. */
export const FINE_EVERY_MS = 3_600_000
/** The same trouble again within a minute adds nothing to what is known. */
export const SAME_EVERY_MS = 60_000
