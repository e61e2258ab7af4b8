import type { AdProduct } from '../../../shared/domain/ad-product.ts'
import type { ChannelId, Instant } from '../../../shared/domain/ids.ts'
import type { Day, DayInterval } from '../../../shared/domain/day.ts'

export interface SalesRow {
  readonly day: Day
  readonly orders: number
  readonly units: number
  readonly orderedMinor: number
  readonly unknownPrices: number
}
/** Orders of one day as they stood when they were last asked for. `unknownPrices`: orders without a price, counted and not in the money. */
export interface LatestSales {
  readonly orders: number
  readonly units: number
  readonly orderedMinor: number | null
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
  /** 1, 0, or null where Amazon was not asked or said nothing; the same for everything below. */
  readonly buyable: number | null
  readonly discoverable: number | null
  readonly offerMinor: number | null
  readonly errors: number | null
  readonly warnings: number | null
  /** `SEVERITY code attribute,attribute`, joined by `; `. */
  readonly issues: string | null
  readonly stockTotal: number | null
  readonly stockFulfillable: number | null
  readonly stockInbound: number | null
  readonly stockReserved: number | null
  readonly stockUnfulfillable: number | null
  readonly sizeTier: string | null
  readonly feeTotalMinor: number | null
  readonly brand: string | null
  /** Address of the main picture; never fetched. */
  readonly picture: string | null
}

/** The kept day that each part of the products is read from; null: nothing is known of that part. */
export interface ProductDays {
  readonly listings: Day
  readonly items: Day | null
  readonly stock: Day | null
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
/** A product's row of one vendor dataset per day; null is what Amazon left out. */
export type VendorShippedRow = Omit<VendorRow, 'orderedUnits' | 'orderedMinor'>
export interface VendorStockRow {
  readonly day: Day
  readonly asin: string
  readonly sellableUnits: number
  readonly sellableMinor: number
  readonly unsellableUnits: number | null
  readonly agedUnits: number | null
  readonly agedMinor: number | null
  readonly unhealthyUnits: number | null
  readonly unfilledUnits: number | null
  readonly openOrderUnits: number
  readonly receivedUnits: number
}
export interface VendorTrafficRow {
  readonly day: Day
  readonly asin: string
  readonly glanceViews: number
}
export interface VendorMarginRow {
  readonly day: Day
  readonly asin: string
  readonly marginMillionths: number
}

/** One product's forecast for one week, both ends included, in thousandths of a unit. */
export interface VendorForecastRow {
  readonly asin: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly meanThousandths: number
  readonly p70Thousandths: number
  readonly p80Thousandths: number
  readonly p90Thousandths: number
}
/** One article of a purchase order, on the day of the order. */
export interface PurchaseOrderLineRow {
  readonly day: Day
  readonly number: string
  readonly line: string
  readonly asin: string
  readonly sku: string
  readonly state: string
  readonly type: string
  readonly orderedAt: Instant
  readonly changedAt: Instant | null
  readonly units: number
  readonly unitCostMinor: number | null
  readonly costMinor: number | null
}

/** One payout in the channel's currency: `totalMinor` is all of it, `ownMinor` the channel's lines. */
export interface SettlementRow {
  readonly settlement: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly paidAt: Instant | null
  readonly totalMinor: number
  readonly ownMinor: number
  readonly lines: number
}

/** Plain rows for the report screens; days without rows are absent, the core adds what coverage says about them. */
export interface ReportStore {
  sales(channel: ChannelId, days: DayInterval): Promise<readonly SalesRow[]>
  latestSales(channel: ChannelId, day: Day): Promise<LatestSales>
  salesMetrics(channel: ChannelId, days: DayInterval): Promise<readonly SalesMetricsRow[]>
  productSales(channel: ChannelId, days: DayInterval, limit: number): Promise<readonly ProductSalesRow[]>
  profit(channel: ChannelId, days: DayInterval): Promise<readonly ProfitRow[]>
  ads(channel: ChannelId, days: DayInterval): Promise<readonly AdsRow[]>
  /** Products as they are now, or as they were on kept days; fees and catalogue keep no days. */
  products(channel: ChannelId, on?: ProductDays): Promise<readonly ProductRow[]>
  vendor(channel: ChannelId, days: DayInterval): Promise<readonly VendorRow[]>
  vendorSourcing(channel: ChannelId, days: DayInterval): Promise<readonly VendorShippedRow[]>
  vendorStock(channel: ChannelId, days: DayInterval): Promise<readonly VendorStockRow[]>
  vendorTraffic(channel: ChannelId, days: DayInterval): Promise<readonly VendorTrafficRow[]>
  vendorMargins(channel: ChannelId, days: DayInterval): Promise<readonly VendorMarginRow[]>
  /** The forecasts generated on a day, by week. */
  vendorForecast(channel: ChannelId, generatedOn: Day): Promise<readonly VendorForecastRow[]>
  /** Lines of an order stand together, in Amazon's order. */
  purchaseOrderLines(channel: ChannelId, days: DayInterval): Promise<readonly PurchaseOrderLineRow[]>
  /** Payouts whose period touches the half-open stretch of instants, oldest first. */
  settlements(channel: ChannelId, stretch: { readonly startsAt: Instant; readonly endsAt: Instant }): Promise<readonly SettlementRow[]>
}
