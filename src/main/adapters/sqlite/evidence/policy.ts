/** Rows of evidence kept; the oldest go first. About 1 MB, and some forty kinds for each of a hundred accounts. */
export const EVIDENCE_ROWS = 5_000
/** Longest text of what was observed; the schema refuses more. */
export const SAID_LENGTH = 200
