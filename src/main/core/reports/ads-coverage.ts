import { AD_PRODUCTS, type AdProduct } from '../../../shared/domain/ad-product.ts'
import { isComplete, isFetchable, type CoverageDay, type DayState } from '../../../shared/domain/coverage.ts'
import { formatDay, type Day } from '../../../shared/domain/day.ts'
import type { AdsRow } from '../ports/report-store.ts'
import { shownDays } from './frame.ts'

/** Which dataset's days stand for an advertising product in reports. */
export const CAMPAIGN_DATASETS: Readonly<Record<AdProduct, string>> = {
  'sponsored-products': 'ads-campaign-daily',
  'sponsored-brands': 'sb-campaign',
  'sponsored-display': 'sd-campaign',
}

/** Coverage of the range per product; empty where a product is not used. */
export type AdsCoverage = Readonly<Record<AdProduct, readonly CoverageDay[]>>

/** Worst first. */
const ORDER: readonly DayState[] = [
  'missing-fetchable',
  'partial',
  'missing-lost',
  'complete-settling',
  'complete-settled',
  'empty-proven',
  'not-due',
  'before-start',
]

/**
 * Each day as the worst of the products that want it. A day damaged in one product alone still has the others' figures,
 * so it counts as missing, not as damaged whole.
 */
export function mergeAdsCoverage(coverage: AdsCoverage): CoverageDay[] {
  const days = Map.groupBy(
    AD_PRODUCTS.flatMap((product) => coverage[product]),
    (one) => one.day,
  )
  return [...days.values()].sort((a, b) => (a[0]?.day ?? 0) - (b[0]?.day ?? 0)).flatMap(mergeDay)
}

function mergeDay(products: readonly CoverageDay[]): CoverageDay[] {
  const [worst] = products.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  if (!worst) return []
  const fetched = products.flatMap((one) => one.fetchedAt ?? [])
  const state = worst.state === 'partial' && products.some((one) => isComplete(one.state)) ? 'missing-fetchable' : worst.state
  return [{ ...worst, state, fetchedAt: fetched.length === 0 ? null : Math.max(...fetched) }]
}

/** Rows on days that are complete for their own product; what is not complete is left out, never guessed. */
export function countedRows(rows: readonly AdsRow[], coverage: AdsCoverage): AdsRow[] {
  const shown = new Map(AD_PRODUCTS.map((product) => [product, shownDays(coverage[product])]))
  return rows.filter((row) => shown.get(row.adProduct)?.has(row.day))
}

/** Days on which all that is spent is known, as far as Amazon still can tell: nothing that can be fetched is missing. */
export function daysSpentKnown(coverage: AdsCoverage): ReadonlySet<Day> {
  const any = new Set(AD_PRODUCTS.flatMap((product) => [...shownDays(coverage[product])]))
  const missing = new Set(AD_PRODUCTS.flatMap((product) => coverage[product].filter((one) => isFetchable(one.state)).map((one) => one.day)))
  return new Set([...any].filter((day) => !missing.has(day)))
}

/** Days that a product wants and does not hold. */
export function missingDaysOf(days: readonly CoverageDay[]): string[] {
  return days.filter((one) => isFetchable(one.state) || one.state === 'missing-lost').map((one) => formatDay(one.day))
}
