import { dayBounds, DAY_MS, HOUR_MS, type Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import { demandOn } from './demand.ts'
import type { Channel } from './world.ts'

/** One article on one day as retail analytics shows it. Money in minor units. */
export type VendorDay = {
  readonly day: Day
  readonly asin: string
  readonly orderedUnits: number
  readonly orderedRevenueMinor: number
  readonly shippedUnits: number
  readonly shippedRevenueMinor: number
  readonly shippedCogsMinor: number
  readonly customerReturns: number
}

/** Whose shipments count: all of the maker's goods, or only those this vendor delivered itself. */
export type DistributorView = 'MANUFACTURING' | 'SOURCING'

/** A day is published this long after its end, and corrected for this long. */
const PUBLISHED_AFTER_MS = 72 * HOUR_MS
export const VENDOR_SETTLES_MS = 40 * DAY_MS

/** The articles with a row on a day, as of an instant; nothing before it is published. */
export function vendorDay(channel: Channel, day: Day, asOf: number, view: DistributorView = 'MANUFACTURING'): VendorDay[] {
  const ageMs = asOf - dayBounds(day, channel.marketplace.zone).endMs
  if (ageMs < PUBLISHED_AFTER_MS) return []
  const known = Math.min(1, ageMs / VENDOR_SETTLES_MS)
  const demand = demandOn(channel, day) * channel.ordersPerDay * 10
  return channel.products.flatMap((product) => {
    if (product.listedOn > day) return []
    const draw = drawFor(channel.seed, channel.key, 'vendor', product.asin, day)
    const orderedUnits = Math.floor(demand * product.share * (0.6 + draw() * 0.8))
    const shippedFinal = Math.floor(orderedUnits * (0.85 + draw() * 0.25))
    const returnsFinal = Math.floor(shippedFinal * draw() * 0.06)
    if (orderedUnits === 0 && shippedFinal === 0) return []
    const part = view === 'MANUFACTURING' ? 1 : 0.7
    const shippedUnits = Math.floor((shippedFinal - Math.floor(shippedFinal * 0.06 * (1 - known))) * part)
    return [
      {
        day,
        asin: product.asin,
        orderedUnits,
        orderedRevenueMinor: orderedUnits * product.priceMinor,
        shippedUnits,
        shippedRevenueMinor: shippedUnits * product.priceMinor,
        shippedCogsMinor: Math.round(shippedUnits * product.priceMinor * 0.68),
        customerReturns: Math.floor(returnsFinal * known),
      },
    ]
  })
}
