/** Reports an account may have waiting at Amazon; they cost nothing while they wait. */
export const WAITING_REPORTS = 12
/** Documents of one account being downloaded and committed at the same time. */
export const INGESTS = 2
/** Paged slices of one operation at the same time: their pages share one bucket, so more would only interleave. */
export const PAGED_SLICES = 1

/** First and longest pause between looks at a report. Sources: docs/amazon.md §8 (selling 10-30 s), §4.3 (advertising up to 3 h). */
export const LOOKS = {
  selling: { firstMs: 10_000, longestMs: 60_000, giveUpMs: 24 * 3_600_000 },
  advertising: { firstMs: 30_000, longestMs: 300_000, giveUpMs: 3 * 3_600_000 },
} as const
/** Pages one slice's result may have; each costs a query, one a minute. Our choice: more means that the slice is far too long. */
export const MOST_QUERY_PAGES = 100
/** Pause after Amazon could not make a report. Source: docs/amazon.md §4.0 (1800 s). */
export const FAILED_REPORT_MS = 30 * 60_000
export const MOST_TRIES = 3
/** Pause after Amazon said that it does not offer these days yet: a quarter of a day, because it publishes once a day. Our choice. */
export const NOT_DUE_YET_MS = 6 * 3_600_000
/** A report just ordered may be unknown for a moment; one unknown after this long is gone. */
export const TURNS_UP_MS = 3_600_000
/** A report is looked for from this long before we asked, because clocks differ. */
export const FIND_BEFORE_MS = 120_000
/** Document addresses are good for five minutes; this many fresh addresses are tried before the run waits. Source: docs/amazon.md §4.0. */
export const DOWNLOAD_TRIES = 3
export const DOWNLOAD_PAUSE_MS = 5_000
/** Amazon refuses to list documents from further back than it keeps them; clocks differ, so a little less is asked for. Source: docs/amazon.md §4.0. */
export const LIST_MARGIN_MS = 10 * 60_000
/** Daily payouts in ten currencies over 90 days fill nine pages of a list; one that goes on and on is broken. */
export const LIST_MAX_PAGES = 50
/** A walk over pages whose cursor was lost is begun again this often before the run ends. Our choice. */
export const CURSOR_TRIES = 3

/** A missing permission is believed when it is told again after so long, and a first time counts so long. Our choice. */
export const REFUSAL_REPEATED_MS = 2 * 60_000
export const REFUSAL_COUNTS_MS = 2 * 3_600_000
/** Being asked to wait longer than this is worth remembering. */
export const LONG_THROTTLE_MS = 10 * 60_000
/** One odd answer says nothing about Amazon; this many in a row without a success between do. */
export const TROUBLES_BEFORE_BACK_OFF = 3
/** Slices of one dataset that may fail in a row before the others of it wait: a changed format fails them all. */
export const FAILURES_BEFORE_REST = 3
/** Longest a gate stays closed on one answer; a wrong clock must not close it for ever. */
export const LONGEST_CLOSED_MS = 3_600_000
/** An answer of *throttled* without a later time still costs a moment. */
export const SHORTEST_CLOSED_MS = 1_000

/** Document tokens kept for recent days while such a day is under way: all but what a full bucket would lose. Source: own simulation. */
export const DOCUMENT_RESERVE = 15
/** Report creations kept for recent days that must be asked for again. */
export const CREATE_RESERVE = 2

/** Between two cycles of one account, unless a person or a reconnect asks. Our choice. */
export const SHORTEST_REST_MS = 30_000
/** Every account is looked at at least this often, with up to a minute of jitter. */
export const LONGEST_REST_MS = 3_600_000
export const REST_JITTER_MS = 60_000
/** Accounts woken together begin about this far apart, within the limit below. */
export const WAKE_APART_MS = 50
export const WAKE_JITTER_MS = 5_000
/** How often wall and monotonic time are compared. Our choice. */
export const TICK_MS = 30_000
/** Wall time that ran ahead of monotonic time by this much means the machine slept or its clock was set. */
export const JUMP_MS = 60_000
/** Pausing, disconnecting and deleting wait this long for queries to be cancelled; what is not done is left at Amazon. Our choice. */
export const CANCEL_MS = 5_000
/** Quitting waits this long for work in flight; what is not done resumes. Our choice. */
export const STOP_MS = 1_800
/** Troubles remembered per account. */
export const TROUBLES_KEPT = 20
/** Plans made in one cycle; more means that something planned never gets done. */
export const MOST_PLANS = 200
