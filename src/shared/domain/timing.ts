/** When a dataset's days appear, settle and leave Amazon. Every figure carries its source in the dataset's file. */
export interface DatasetTiming {
  /** Longest interval one request may cover, in days. */
  readonly longestSpanDays: number
  /** How many days back Amazon still gives days out; null when it documents no end. */
  readonly lookBackDays: number | null
  /** How long after a day's end Amazon offers it. */
  readonly publishDelayMs: number
  /** How long after its end a day may still be restated. */
  readonly settlingDays: number
  /** Ages (whole days since the day ended) at which a settling day is fetched again; reaching `settlingDays` settles it. */
  readonly settlingAges: readonly number[]
  /** How often a snapshot is taken or changes are asked for; null: only when a day is due. */
  readonly everyMs: number | null
  /** Older than this without success is stale. */
  readonly staleAfterMs: number
}
