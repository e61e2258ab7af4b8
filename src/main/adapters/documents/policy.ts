/** Most bytes a download may have; two years of the largest known order files stay far below. */
export const MOST_DOWNLOAD_BYTES = 512 * 1024 * 1024
/** Most bytes the document of a failure may have: it holds a sentence or two. */
export const MOST_REASON_BYTES = 1024 * 1024
/** Most bytes a document may unpack to. */
export const MOST_DOCUMENT_BYTES = 2 * 1024 * 1024 * 1024
/** Real flat files pack 4 to 12 times; deflate's own limit is 1032 (zlib technical details), which only bombs approach. */
export const MOST_RATIO = 200
/** Small documents may pack better than the ratio allows: nothing below this size is a bomb. */
export const RATIO_FREE_BYTES = 8 * 1024 * 1024
/** A document is refused when no byte came for so long. */
export const IDLE_MS = 30_000
/** Amazon's document addresses live five minutes; a slow line gets twice that. */
export const TOTAL_MS = 10 * 60_000
/** Longest line and most columns of a flat file; Amazon's widest has under 100. */
export const MOST_LINE_CHARACTERS = 1_000_000
export const MOST_COLUMNS = 1_000
/** Largest JSON document and deepest nesting; Amazon's own stay below 12 levels. */
export const MOST_JSON_BYTES = 128 * 1024 * 1024
export const MOST_JSON_DEPTH = 64
/** How many refused documents are kept for looking at; the oldest goes first. */
export const MOST_KEPT = 20
export const MOST_KEPT_BYTES = 32 * 1024 * 1024
