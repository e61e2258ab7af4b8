const SECOND = 1000
const MINUTE = 60 * SECOND
const MIB = 1024 * 1024

/** The whole diagnosis is over by then, with what is known (the issue of a person who waits: under ten seconds). */
export const HARD_STOP_MS = 9 * SECOND
/** A host that is reachable answers a HEAD well below a second; three tell silence from a slow line. */
export const REACH_MS = 3 * SECOND
export const RENEW_MS = 3 * SECOND
export const CALL_MS = 2.5 * SECOND

/** From here a clock is wrong: the broker refuses proofs that are minutes off, and hourly credentials seem ended. */
export const CLOCK_OFF_MS = 2 * MINUTE
/** Below this SQLite's log cannot grow by one large document. */
export const LEAST_FREE_BYTES = 64 * MIB
/** Trouble with writing older than this is over: the longest wait between two tries is a minute. */
export const FRESH_WRITING_MS = 5 * MINUTE
/** Trouble of Amazon's own that is older says nothing about now: the outage judge looks back as far. */
export const FRESH_TROUBLE_MS = 30 * MINUTE
/** A renewal of another account with the same key proves the key for this long: an access credential lives an hour. */
export const KEY_PROOF_MS = 90 * MINUTE

/** Rows of evidence a diagnosis reads and a bundle holds. */
export const EVIDENCE_READ = 80
/** Lines shown; the rest is in the bundle. */
export const EVIDENCE_SHOWN = 12

/** A report that Amazon prepares for longer than this is worth a word; most are ready within minutes. */
export const LONG_WAIT_MS = 10 * MINUTE
/** Runs looked through for how each dataset's newest request ended. */
export const RUNS_READ = 400
