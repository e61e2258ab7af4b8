import type { AdProduct } from '../../shared/domain/ad-product.ts'
import type { DatasetTiming } from '../../shared/domain/timing.ts'

const DAY_MS = 86_400_000

/** Amazon's name of each and how many days back it gives days out. Source: docs/amazon.md §4.3. */
export const AT_AMAZON: Readonly<Record<AdProduct, { readonly adProduct: string; readonly keptDays: number }>> = {
  'sponsored-products': { adProduct: 'SPONSORED_PRODUCTS', keptDays: 95 },
  'sponsored-brands': { adProduct: 'SPONSORED_BRANDS', keptDays: 60 },
  'sponsored-display': { adProduct: 'SPONSORED_DISPLAY', keptDays: 65 },
}

/**
 * The same for all: 31 days a report, figures within 24 hours, and a day moves for up to 42 days: 14 days of attribution
 * and a restatement 28 days after a conversion. Clicks move for three days, so those are fetched daily; ages 4 to 14 every
 * second day, then weekly. All that falls due in a cycle fits one or two reports, because held days may ride along.
 * Source: docs/amazon.md §4.3; the ages follow Amazon's advice of one or two requests a day and type.
 */
export const ADS_TIMING = {
  longestSpanDays: 31,
  publishDelayMs: DAY_MS,
  settlingDays: 42,
  settlingAges: [1, 2, 3, 5, 7, 9, 11, 13, 21, 28, 35, 42],
  everyMs: null,
  staleAfterMs: 3 * DAY_MS,
} as const satisfies Omit<DatasetTiming, 'lookBackDays'>
