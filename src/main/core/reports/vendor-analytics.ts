import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { DayInterval } from '../../../shared/domain/day.ts'
import type { VendorMarginRow, VendorStockRow, VendorTrafficRow } from '../ports/report-store.ts'
import { partOf, sumOf } from './frame.ts'
import { knownSum, largestFirst, productsOf, shownRows } from './vendor-parts.ts'

type Stock = NonNullable<VendorReport['stock']>
type Traffic = NonNullable<VendorReport['traffic']>
type NetPpm = NonNullable<VendorReport['netPpm']>

const MILLION = 1_000_000

/** Stock at the end of each day. A day on which Amazon names no product has no stock figure: that is unknown, not 0. */
export function vendorStock(found: readonly VendorStockRow[], range: DayInterval, coverage: readonly CoverageDay[]): Stock {
  const { byDay, newest } = shownRows(found, range, coverage)
  return {
    ...partOf(range, coverage),
    rows: byDay.map(({ day, rows }) => ({ day, ...heldOf(rows) })),
    newest: newest?.day ?? null,
    products: largestFirst(
      productsOf(newest?.rows ?? []).map(({ asin, rows }) => ({ asin, ...heldOf(rows) })),
      (one) => one.sellableUnits,
    ),
  }
}

/** Views of product pages; a day that Amazon proves to be empty has none. */
export function vendorTraffic(found: readonly VendorTrafficRow[], range: DayInterval, coverage: readonly CoverageDay[]): Traffic {
  const { all, byDay, byProduct } = shownRows(found, range, coverage)
  const views = (rows: readonly VendorTrafficRow[]) => ({ glanceViews: sumOf(rows, (row) => row.glanceViews) })
  return {
    ...partOf(range, coverage),
    rows: byDay.map(({ day, rows }) => ({ day, ...views(rows) })),
    totals: views(all),
    products: largestFirst(
      byProduct.map(({ asin, rows }) => ({ asin, ...views(rows) })),
      (one) => one.glanceViews,
    ),
  }
}

/** Net PPM per product on the newest day, and how it is spread on each day. Nothing is added up. */
export function vendorNetPpm(found: readonly VendorMarginRow[], range: DayInterval, coverage: readonly CoverageDay[]): NetPpm {
  const { byDay, newest } = shownRows(found, range, coverage)
  return {
    ...partOf(range, coverage),
    rows: byDay.map(({ day, rows }) => ({ day, ...spreadOf(rows.map((row) => row.marginMillionths / MILLION)) })),
    newest: newest?.day ?? null,
    products: largestFirst(
      (newest?.rows ?? []).map((row) => ({ asin: row.asin, netPpm: row.marginMillionths / MILLION })),
      (one) => one.netPpm,
    ),
  }
}

function heldOf(rows: readonly VendorStockRow[]): Omit<Stock['products'][number], 'asin'> {
  const sum = (pick: (row: VendorStockRow) => number | null) => (rows.length === 0 ? null : knownSum(rows, pick))
  return {
    sellableUnits: sum((row) => row.sellableUnits),
    sellableMinor: sum((row) => row.sellableMinor),
    unsellableUnits: sum((row) => row.unsellableUnits),
    agedUnits: sum((row) => row.agedUnits),
    agedMinor: sum((row) => row.agedMinor),
    unhealthyUnits: sum((row) => row.unhealthyUnits),
    unfilledUnits: sum((row) => row.unfilledUnits),
    openOrderUnits: sum((row) => row.openOrderUnits),
    receivedUnits: sum((row) => row.receivedUnits),
  }
}

/** The middle of an even number of products is the lower of the two in the middle, so that it is some product's own ratio. */
function spreadOf(ratios: readonly number[]): Omit<NetPpm['rows'][number], 'day'> {
  const sorted = ratios.toSorted((a, b) => a - b)
  return {
    lowest: sorted[0] ?? null,
    middle: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    highest: sorted.at(-1) ?? null,
    products: sorted.length,
  }
}
