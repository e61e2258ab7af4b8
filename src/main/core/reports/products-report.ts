import type { ProductsReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { frameOf } from './frame.ts'

const PRODUCTS_SHOWN = 10_000

/** Listings as last seen, each with what it sold in the range. `takenAt`: when the snapshot was taken. */
export async function readProducts(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
  takenAt: Instant | null,
): Promise<ProductsReport> {
  const [listings, sold] = await Promise.all([store.products(channel.id), store.productSales(channel.id, range, PRODUCTS_SHOWN)])
  const bySku = new Map(sold.map((row) => [row.sku, row]))
  const rows = listings.map((listing) => ({
    ...listing,
    openedOn: listing.openedOn === null ? null : formatDay(listing.openedOn),
    units: bySku.get(listing.sku)?.units ?? 0,
    orderedMinor: bySku.get(listing.sku)?.orderedMinor ?? 0,
  }))
  return {
    ...frameOf(channel, range, coverage),
    asOf: takenAt,
    rows,
    totals: {
      listings: rows.length,
      active: rows.filter((row) => row.status.toLowerCase() === 'active').length,
      outOfStock: rows.filter((row) => row.quantity === 0).length,
    },
  }
}
