import { nextDay, type Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import { vendorDay, type VendorDay } from './vendor-days.ts'
import type { Channel } from './world.ts'

/** What Amazon holds of one article at the end of a day. Money in minor units, rates as ratios. */
export type VendorStock = {
  readonly day: Day
  readonly asin: string
  readonly sellableUnits: number
  readonly sellableMinor: number
  readonly unsellableUnits: number
  readonly unsellableMinor: number
  readonly agedUnits: number
  readonly agedMinor: number
  readonly unhealthyUnits: number
  readonly unhealthyMinor: number
  readonly receivedUnits: number
  readonly receivedMinor: number
  readonly openOrderUnits: number
  readonly unfilledUnits: number
  readonly confirmationRate: number
  readonly sellThroughRate: number
  readonly leadTimeDays: number
}

/** Stock follows sales, so it is published and corrected with them. */
export function vendorStock(channel: Channel, day: Day, asOf: number): VendorStock[] {
  return vendorDay(channel, day, asOf).map((sold) => {
    const draw = drawFor(channel.seed, channel.key, 'stock', sold.asin, day)
    const unitCost = costOf(channel, sold)
    const sellable = Math.floor(sold.orderedUnits * (12 + draw() * 20)) - Math.floor(sold.shippedUnits * 0.1)
    const part = (most: number): number => Math.floor(sellable * draw() * most)
    const [unsellable, aged, unhealthy] = [part(0.03), part(0.2), part(0.1)]
    const received = Math.floor(sold.shippedUnits * (0.6 + draw() * 0.9)) - sold.customerReturns
    return {
      day,
      asin: sold.asin,
      sellableUnits: sellable,
      sellableMinor: sellable * unitCost,
      unsellableUnits: unsellable,
      unsellableMinor: unsellable * unitCost,
      agedUnits: aged,
      agedMinor: aged * unitCost,
      unhealthyUnits: unhealthy,
      unhealthyMinor: unhealthy * unitCost,
      receivedUnits: received,
      receivedMinor: received * unitCost,
      openOrderUnits: Math.floor(sold.orderedUnits * draw() * 3),
      unfilledUnits: Math.max(0, sold.orderedUnits - sold.shippedUnits),
      confirmationRate: rate(0.8 + draw() * 0.2),
      sellThroughRate: rate(draw() * 0.3),
      leadTimeDays: rate(4 + draw() * 10),
    }
  })
}

/** Views of each article's page; the last views are counted some days late. */
export function vendorViews(channel: Channel, day: Day, asOf: number): { day: Day; asin: string; glanceViews: number }[] {
  return vendorDay(channel, day, asOf).map((sold) => {
    const draw = drawFor(channel.seed, channel.key, 'views', sold.asin, day)
    return { day, asin: sold.asin, glanceViews: Math.floor(sold.orderedUnits * (8 + draw() * 14)) + sold.customerReturns }
  })
}

/** Amazon's margin on each article; cooperative money can push it below nothing. Moves with what was shipped. */
export function vendorMargins(channel: Channel, day: Day, asOf: number): { day: Day; asin: string; margin: number }[] {
  return vendorDay(channel, day, asOf)
    .filter((sold) => sold.shippedUnits > 0)
    .map((sold) => {
      const draw = drawFor(channel.seed, channel.key, 'margin', sold.asin, day)
      return { day, asin: sold.asin, margin: rate(0.34 - draw() * 0.4 - sold.customerReturns / (sold.shippedUnits * 4)) }
    })
}

export type VendorForecast = {
  readonly generatedOn: Day
  readonly asin: string
  readonly from: Day
  readonly to: Day
  readonly mean: number
  readonly p70: number
  readonly p80: number
  readonly p90: number
}

const WEEKS_AHEAD = 8

/** The Sunday on or before a day: forecasts are made anew each week. */
export function generationOn(day: Day): Day {
  return nextDay(day, -new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** The forecasts of one generation, week by week. */
export function vendorForecasts(channel: Channel, generatedOn: Day): VendorForecast[] {
  return channel.products
    .filter((product) => product.listedOn <= generatedOn)
    .flatMap((product) =>
      Array.from({ length: WEEKS_AHEAD }, (_, week) => {
        const draw = drawFor(channel.seed, channel.key, 'forecast', product.asin, generatedOn, week)
        const mean = rate(channel.ordersPerDay * 70 * product.share * (0.8 + draw() * 0.5))
        const from = nextDay(generatedOn, week * 7)
        const grown = (by: number): number => rate(mean * by)
        return { generatedOn, asin: product.asin, from, to: nextDay(from, 6), mean, p70: grown(1.2), p80: grown(1.35), p90: grown(1.6) }
      }),
    )
}

function costOf(channel: Channel, { asin }: VendorDay): number {
  return Math.round((channel.products.find((one) => one.asin === asin)?.priceMinor ?? 0) * 0.68)
}

/** Three decimals, so that a reader can hold it exactly. */
function rate(value: number): number {
  return Math.round(value * 1000) / 1000
}
