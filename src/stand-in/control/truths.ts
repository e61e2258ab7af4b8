import { dayBounds, type Day } from '../lib/days.ts'
import { adsDay } from '../world/ads-days.ts'
import { catalogueOf } from '../world/catalogue.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import { ordersTruth } from '../world/orders-truth.ts'
import { stockAt } from '../world/stock.ts'
import { transactionsTruth } from '../world/transactions.ts'
import { vendorDay } from '../world/vendor-days.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

type TruthOfDay = (channel: Channel, day: Day, asOf: number) => TruthDay

/** One summing up per dataset, straight from the world. */
export const TRUTHS: Readonly<Record<string, TruthOfDay>> = {
  orders: ordersTruth,
  'sales-daily': (channel, day, asOf) => {
    const { orders, units, moneyMinor } = ordersTruth(channel, day, asOf)
    return { day, rows: 1, orders, units, moneyMinor }
  },
  transactions: transactionsTruth,
  'ads-campaign-daily': adsTruth,
  listings: (channel, day, asOf) => ({
    day,
    rows: listingsAt(channel, Math.min(asOf, dayBounds(day, channel.marketplace.zone).endMs - 1)).length,
  }),
  'listings-items': listedTruth,
  'fba-inventory': stockTruth,
  'fba-fees': (channel, day, asOf) => ({ day, rows: atAmazon(channel, day, asOf).length }),
  catalogue: (channel, day) => ({ day, rows: catalogueOf(channel).length }),
  'vendor-sales': vendorTruth,
}

/** The last instant of a day that has come already. */
function endOf(channel: Channel, day: Day, asOf: number): number {
  return Math.min(asOf, dayBounds(day, channel.marketplace.zone).endMs - 1)
}

/** Offers with the sum of their prices and how much Amazon objects to. */
function listedTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const all = listingsAt(channel, endOf(channel, day, asOf))
  const issues = all.flatMap((listing) => listing.issues)
  return {
    day,
    rows: all.length,
    moneyMinor: all.reduce((sum, listing) => sum + listing.priceMinor, 0),
    errors: issues.filter((issue) => issue.severity === 'ERROR').length,
    warnings: issues.filter((issue) => issue.severity === 'WARNING').length,
  }
}

function atAmazon(channel: Channel, day: Day, asOf: number): readonly Listing[] {
  return listingsAt(channel, endOf(channel, day, asOf)).filter((listing) => listing.product.fulfilledByAmazon)
}

function stockTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const stock = atAmazon(channel, day, asOf).map((listing) => stockAt(channel, listing, endOf(channel, day, asOf)))
  return {
    day,
    rows: stock.length,
    units: stock.reduce((sum, one) => sum + one.total, 0),
    fulfillable: stock.reduce((sum, one) => sum + one.fulfillable, 0),
  }
}

function adsTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const rows = adsDay(channel, day, asOf)
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum((row) => row.costMinor),
    clicks: sum((row) => row.clicks),
    impressions: sum((row) => row.impressions),
    purchases7d: sum((row) => row.purchases.d7),
    purchases14d: sum((row) => row.purchases.d14),
    sales1d: sum((row) => row.salesMinor.d1),
    sales7d: sum((row) => row.salesMinor.d7),
    sales14d: sum((row) => row.salesMinor.d14),
    sales30d: sum((row) => row.salesMinor.d30),
  }
}

function vendorTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const rows = channel.account.kind === 'vendor' ? vendorDay(channel, day, asOf) : []
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum((row) => row.shippedRevenueMinor),
    orderedRevenue: sum((row) => row.orderedRevenueMinor),
    units: sum((row) => row.shippedUnits),
    orderedUnits: sum((row) => row.orderedUnits),
  }
}
