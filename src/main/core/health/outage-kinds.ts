import { OUTAGE_ACCOUNTS, OUTAGE_SPAN_MS } from '../../../shared/domain/judge-outage.ts'

const HOUR_MS = 3_600_000

/** Troubles that may come from one outage. Accounts that fail for different reasons suffer from none. */
export interface Alike {
  readonly kinds: ReadonlySet<string>
  /** How long one failure counts: longer than the longest wait before the next try. */
  readonly spanMs: number
  /** Accounts that must fail alike, even where fewer ask. */
  readonly fewest: number
  /** An outage of this kind is believed this long; after that each account is taken at its word. */
  readonly longestMs: number
  readonly needsAnswersElsewhere: boolean
}

const PLAIN: Omit<Alike, 'kinds'> = { spanMs: OUTAGE_SPAN_MS, fewest: 2, longestMs: Infinity, needsAnswersElsewhere: false }

export const ALIKE: readonly Alike[] = [
  // Amazon's own errors, and access credentials refused although fresh: in May 2023 everybody's were (docs/amazon.md §2.4).
  { ...PLAIN, kinds: new Set(['amazon-trouble', 'access-ended']) },
  { ...PLAIN, kinds: new Set(['offline']), needsAnswersElsewhere: true },
  // Said of one account each, and by an incident of many at once: three in a row at the same door are not believed at first.
  {
    kinds: new Set(['permission-missing']),
    spanMs: OUTAGE_SPAN_MS,
    fewest: OUTAGE_ACCOUNTS,
    longestMs: 6 * HOUR_MS,
    needsAnswersElsewhere: false,
  },
  {
    kinds: new Set(['account-problem', 'wrong-region']),
    spanMs: 1.25 * HOUR_MS,
    fewest: OUTAGE_ACCOUNTS,
    longestMs: 6 * HOUR_MS,
    needsAnswersElsewhere: false,
  },
]
