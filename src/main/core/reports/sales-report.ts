import type { SalesReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { daysIn, formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'

const PRODUCTS_SHOWN = 500

/** Sales by day from order lines (cancelled lines left out), with the best products of the range. */
export async function readSales(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Promise<Omit<SalesReport, 'soFar'>> {
  const [found, products] = await Promise.all([store.sales(channel.id, range), store.productSales(channel.id, range, PRODUCTS_SHOWN)])
  const shown = shownDays(coverage)
  const byDay = new Map(found.map((row) => [row.day, row]))
  const rows = daysIn(range)
    .filter((day) => shown.has(day))
    .map((day) => {
      const row = byDay.get(day)
      return {
        day: formatDay(day),
        orders: row?.orders ?? 0,
        units: row?.units ?? 0,
        orderedMinor: row?.orderedMinor ?? 0,
        unknownPrices: row?.unknownPrices ?? 0,
      }
    })
  return {
    ...frameOf(channel, range, coverage),
    rows,
    totals: {
      orders: sumOf(rows, (row) => row.orders),
      units: sumOf(rows, (row) => row.units),
      orderedMinor: sumOf(rows, (row) => row.orderedMinor),
    },
    products: [...products],
  }
}
