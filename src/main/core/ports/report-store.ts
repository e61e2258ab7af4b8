import type { AdProduct } from '../../../shared/domain/ad-product.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import type { Day, DayInterval } from '../../../shared/domain/day.ts'

export interface SalesRow {
  readonly day: Day
  readonly orders: number
  readonly units: number
  readonly orderedMinor: number
  readonly unknownPrices: number
}
/** Amazon's own headline figures of a day (order metrics), to reconcile with. */
export interface SalesMetricsRow {
  readonly day: Day
  readonly orders: number
  readonly units: number
  readonly orderedMinor: number
}
export interface ProductSalesRow {
  readonly sku: string
  readonly asin: string
  readonly title: string
  readonly units: number
  readonly orders: number
  readonly orderedMinor: number
}
/** Posted money of one day and category; signs as Amazon posts them (fees are negative). */
export interface ProfitRow {
  readonly day: Day
  readonly category: string
  readonly amountMinor: number
  readonly transactions: number
}
export interface AdsRow {
  readonly adProduct: AdProduct
  readonly day: Day
  readonly campaignId: string
  readonly campaign: string
  readonly impressions: number
  readonly clicks: number
  readonly costMinor: number
  readonly salesMinor: number
  readonly purchases: number
  readonly units: number
}
export interface ProductRow {
  readonly sku: string
  readonly asin: string
  readonly title: string
  readonly status: string
  readonly priceMinor: number | null
  readonly quantity: number | null
  readonly openedOn: Day | null
  readonly fulfilment: string
}
export interface VendorRow {
  readonly day: Day
  readonly asin: string
  readonly orderedUnits: number | null
  readonly orderedMinor: number | null
  readonly shippedUnits: number
  readonly shippedMinor: number
  readonly shippedCogsMinor: number
  readonly returns: number | null
}

/** Plain rows for the report screens; days without rows are absent, the core adds what coverage says about them. */
export interface ReportStore {
  sales(channel: ChannelId, days: DayInterval): Promise<readonly SalesRow[]>
  salesMetrics(channel: ChannelId, days: DayInterval): Promise<readonly SalesMetricsRow[]>
  productSales(channel: ChannelId, days: DayInterval, limit: number): Promise<readonly ProductSalesRow[]>
  profit(channel: ChannelId, days: DayInterval): Promise<readonly ProfitRow[]>
  ads(channel: ChannelId, days: DayInterval): Promise<readonly AdsRow[]>
  products(channel: ChannelId): Promise<readonly ProductRow[]>
  vendor(channel: ChannelId, days: DayInterval): Promise<readonly VendorRow[]>
}
