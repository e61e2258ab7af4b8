/** Days counted as recent: everything a person looks at first. Source: design §6, order of the planner. */
export const RECENT_DAYS = 30
/** A missing day this close to the publish edge is simply due; older ones are a gap. Covers a night and a weekend's delay. */
export const DUE_DAYS = 2
/** Changes are asked for from this long before the last success, because Amazon's change times trail. Source: docs/amazon.md §4.7. */
export const CHANGES_OVERLAP_DAYS = 2
/** A refused dataset is asked again this often, so a role granted later is noticed without a reconnect. */
export const PROBE_AGAIN_MS = 86_400_000
/** What is younger is not taken again on request: Amazon regenerates near-real-time reports every 30 minutes. Source: docs/amazon.md §4.0. */
export const FRESH_ENOUGH_MS = 30 * 60_000
/** Held days of so few rows add no page to a paged call, so they may be asked for along with others. */
export const BRIDGE_ROWS = 5
/** Deadlines are met this long before they pass. */
export const DEADLINE_MARGIN_MS = 86_400_000

/** First wait after a failed slice; doubles with each further failure of the same days. */
export const FAILED_FIRST_MS = 6 * 3_600_000
export const FAILED_LONGEST_MS = 24 * 3_600_000

/** Creating reports and fetching their documents: 1 a minute, 15 saved up. Source: docs/amazon.md §4.0 (Reports 2021-06-30). */
export const REPORT_QUOTA = { perSecond: 0.0167, burst: 15 } as const
/** Creating Data Kiosk queries and fetching their documents: buckets of their own beside the reports'. Source: docs/amazon.md §4.6. */
export const DATA_KIOSK_QUOTA = { perSecond: 0.0167, burst: 15 } as const
/** Amazon publishes no figure for advertising reports; measured trial value, the bucket adapts to answers. Source: own simulation. */
export const ADS_REPORT_QUOTA = { perSecond: 1, burst: 5 } as const
/** Usual time Amazon needs to make a report: the middle of 30 to 300 s, and of minutes to 3 h for advertising. Source: own simulation., docs/amazon.md §4.3. */
export const REPORT_TAIL_MS = 165_000
export const ADS_REPORT_TAIL_MS = 20 * 60_000
export const CALL_TAIL_MS = 2_000
