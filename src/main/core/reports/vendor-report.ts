import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import type { DayInterval } from '../../../shared/domain/day.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { frameOf } from './frame.ts'
import { vendorNetPpm, vendorStock, vendorTraffic } from './vendor-analytics.ts'
import { vendorSales, vendorSourcing } from './vendor-sales.ts'

/** Which dataset's days stand for a part of the report. */
export const VENDOR_DATASETS = {
  sales: 'vendor-sales',
  sourcing: 'vendor-sales-sourcing',
  stock: 'vendor-inventory',
  traffic: 'vendor-traffic',
  netPpm: 'vendor-net-ppm',
} as const

/** Coverage of the range per part; null where the part's dataset is not used. */
export type VendorCoverage = Readonly<Record<keyof typeof VENDOR_DATASETS, readonly CoverageDay[] | null>>

/** Vendor retail analytics by day and by product; every part has its own days and its own age. */
export async function readVendor(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: VendorCoverage,
): Promise<VendorReport> {
  const [sales, sourcing, stock, traffic, netPpm] = await Promise.all([
    store.vendor(channel.id, range),
    store.vendorSourcing(channel.id, range),
    store.vendorStock(channel.id, range),
    store.vendorTraffic(channel.id, range),
    store.vendorMargins(channel.id, range),
  ])
  return {
    ...frameOf(channel, range, coverage.sales ?? []),
    ...vendorSales(sales, range, coverage.sales ?? []),
    sourcing: coverage.sourcing && vendorSourcing(sourcing, range, coverage.sourcing),
    stock: coverage.stock && vendorStock(stock, range, coverage.stock),
    traffic: coverage.traffic && vendorTraffic(traffic, range, coverage.traffic),
    netPpm: coverage.netPpm && vendorNetPpm(netPpm, range, coverage.netPpm),
  }
}
