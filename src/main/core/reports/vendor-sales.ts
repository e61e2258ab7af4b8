import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { DayInterval } from '../../../shared/domain/day.ts'
import type { VendorRow, VendorShippedRow } from '../ports/report-store.ts'
import { partOf, sumOf } from './frame.ts'
import { knownSum, largestFirst, shownRows } from './vendor-parts.ts'

type Sold = Pick<VendorReport, 'rows' | 'totals' | 'products'>
type Sourced = NonNullable<VendorReport['sourcing']>

/** Sales of the manufacturing view by day and by product, the best sold first. */
export function vendorSales(found: readonly VendorRow[], range: DayInterval, coverage: readonly CoverageDay[]): Sold {
  const shown = shownRows(found, range, coverage)
  return {
    rows: shown.byDay.map(({ day, rows }) => ({ day, ...soldOf(rows) })),
    totals: soldOf(shown.all),
    products: largestFirst(
      shown.byProduct.map(({ asin, rows }) => ({ asin, ...soldOf(rows) })),
      (one) => one.shippedMinor,
    ),
  }
}

/** Sales of the sourcing view, which knows nothing of orders. */
export function vendorSourcing(found: readonly VendorShippedRow[], range: DayInterval, coverage: readonly CoverageDay[]): Sourced {
  const shown = shownRows(found, range, coverage)
  return {
    ...partOf(range, coverage),
    rows: shown.byDay.map(({ day, rows }) => ({ day, ...shippedOf(rows) })),
    totals: shippedOf(shown.all),
    products: largestFirst(
      shown.byProduct.map(({ asin, rows }) => ({ asin, ...shippedOf(rows) })),
      (one) => one.shippedMinor,
    ),
  }
}

function soldOf(rows: readonly VendorRow[]): VendorReport['totals'] {
  return {
    orderedUnits: knownSum(rows, (row) => row.orderedUnits),
    orderedMinor: knownSum(rows, (row) => row.orderedMinor),
    ...shippedOf(rows),
  }
}

function shippedOf(rows: readonly VendorShippedRow[]): Sourced['totals'] {
  return {
    shippedUnits: sumOf(rows, (row) => row.shippedUnits),
    shippedMinor: sumOf(rows, (row) => row.shippedMinor),
    shippedCogsMinor: sumOf(rows, (row) => row.shippedCogsMinor),
    returns: knownSum(rows, (row) => row.returns),
  }
}
