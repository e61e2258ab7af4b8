import type { VendorReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { daysIn, formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { ReportStore, VendorRow } from '../ports/report-store.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'

/** Vendor retail sales (manufacturing view) by day and by ASIN. */
export async function readVendor(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Promise<VendorReport> {
  const shown = shownDays(coverage)
  const found = (await store.vendor(channel.id, range)).filter((row) => shown.has(row.day))
  const groups = Map.groupBy(found, (row) => row.asin)
  return {
    ...frameOf(channel, range, coverage),
    rows: daysIn(range)
      .filter((day) => shown.has(day))
      .map((day) => ({ day: formatDay(day), ...figures(found.filter((row) => row.day === day)) })),
    totals: figures(found),
    products: [...groups]
      .map(([asin, rows]) => ({
        asin,
        shippedUnits: sumOf(rows, (row) => row.shippedUnits),
        shippedMinor: sumOf(rows, (row) => row.shippedMinor),
      }))
      .sort((a, b) => b.shippedMinor - a.shippedMinor),
  }
}

/** A sum is unknown as a whole as soon as one row's figure is: unknown is never 0. */
function knownSum(rows: readonly VendorRow[], pick: (row: VendorRow) => number | null): number | null {
  return rows.some((row) => pick(row) === null) ? null : sumOf(rows, (row) => pick(row) ?? 0)
}

function figures(rows: readonly VendorRow[]): VendorReport['totals'] {
  return {
    orderedUnits: knownSum(rows, (row) => row.orderedUnits),
    orderedMinor: knownSum(rows, (row) => row.orderedMinor),
    shippedUnits: sumOf(rows, (row) => row.shippedUnits),
    shippedMinor: sumOf(rows, (row) => row.shippedMinor),
    shippedCogsMinor: sumOf(rows, (row) => row.shippedCogsMinor),
    returns: knownSum(rows, (row) => row.returns),
  }
}
