import { dayBounds, dayOf, daysBetween, type Day } from '../lib/days.ts'
import { drawFor, hashOf, wholeBetween } from '../lib/random.ts'
import { issuesOn, type ListingIssue } from './listing-issues.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** An offer as it stands on a day. */
export type Listing = {
  readonly product: Product
  /** In the marketplace's minor units; sellers try another price every few weeks. */
  readonly priceMinor: number
  readonly quantity: number
  readonly status: 'Active' | 'Inactive'
  readonly issues: readonly ListingIssue[]
  readonly openedMs: number
  readonly changedMs: number
  readonly fnSku: string
}

/** What the seller offers at an instant; price, stock and issues change from day to day. */
export function listingsAt(channel: Channel, asOf: number): Listing[] {
  const today = dayOf(asOf, channel.marketplace.zone)
  return channel.products
    .filter((product) => product.listedOn <= today && !isAway(channel, product, today))
    .map((product) => listingOn(channel, product, today))
}

function listingOn(channel: Channel, product: Product, today: Day): Listing {
  const quantity = stockOn(channel, product, today)
  const issues = issuesOn(channel, product, today)
  const isSuppressed = issues.some((issue) => issue.severity === 'ERROR')
  return {
    product,
    priceMinor: priceOn(channel, product, today),
    quantity,
    status: isSuppressed || (quantity === 0 && !product.fulfilledByAmazon) ? 'Inactive' : 'Active',
    issues,
    openedMs: dayBounds(product.listedOn, channel.marketplace.zone).startMs + 9 * 3_600_000,
    changedMs: dayBounds(today, channel.marketplace.zone).startMs,
    fnSku: `X00${product.asin.slice(3)}`,
  }
}

/** Stock moves on about four days in five. */
function stockOn(channel: Channel, product: Product, today: Day): number {
  const turn = epochOf(channel, product, today, 'stock', 5)
  const stock = drawFor(channel.seed, channel.key, 'stock', product.sku, turn.day < 2 ? turn.number : today)
  return stock() < 0.05 ? 0 : wholeBetween(stock, 3, 240)
}

/** The usual price for most of the time, one up to a tenth off in one run of weeks out of four. */
function priceOn(channel: Channel, product: Product, today: Day): number {
  const { number } = epochOf(channel, product, today, 'price', 21)
  const draw = drawFor(channel.seed, channel.key, 'price', product.sku, number)
  return draw() < 0.75 ? product.priceMinor : Math.round(product.priceMinor * (0.9 + draw() * 0.1))
}

/** The ninth product is taken off for a week now and then, and put up again. */
function isAway(channel: Channel, product: Product, today: Day): boolean {
  if (channel.products.indexOf(product) !== 8) return false
  return epochOf(channel, product, today, 'away', 7).number % 6 === 5
}

/** Which run of `days` days a day belongs to, and the day's place in it; every product's runs begin on days of their own. */
function epochOf(channel: Channel, product: Product, today: Day, what: string, days: number): { number: number; day: number } {
  const shift = hashOf(`${channel.key} ${what} ${product.sku}`) % days
  const since = daysBetween('2020-01-01', today) + shift
  return { number: Math.floor(since / days), day: since % days }
}
