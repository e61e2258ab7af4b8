import { dayBounds, type Day } from '../lib/days.ts'
import { catalogueOf } from '../world/catalogue.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import { stockAt } from '../world/stock.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

/** What the product datasets say at the end of a day, straight from the world. */
export const PRODUCT_TRUTHS: Readonly<Record<string, (channel: Channel, day: Day, asOf: number) => TruthDay>> = {
  listings: (channel, day, asOf) => ({ day, rows: listingsAt(channel, endOf(channel, day, asOf)).length }),
  'listings-items': listedTruth,
  'fba-inventory': stockTruth,
  'fba-fees': (channel, day, asOf) => ({ day, rows: atAmazon(channel, day, asOf).length }),
  catalogue: (channel, day) => ({ day, rows: catalogueOf(channel).length }),
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
