import { dayBounds, dayOf, type Day } from '../lib/days.ts'
import { drawFor, wholeBetween } from '../lib/random.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** An offer as it stands on a day. */
export type Listing = {
  readonly product: Product
  readonly quantity: number
  readonly status: 'Active' | 'Inactive'
  readonly openedMs: number
  readonly changedMs: number
  readonly fnSku: string
}

/** What the seller offers at an instant; stock changes from day to day. */
export function listingsAt(channel: Channel, asOf: number): Listing[] {
  const today = dayOf(asOf, channel.marketplace.zone)
  return channel.products.filter((product) => product.listedOn <= today).map((product) => listingOn(channel, product, today))
}

function listingOn(channel: Channel, product: Product, today: Day): Listing {
  const stock = drawFor(channel.seed, channel.key, 'stock', product.sku, today)
  const quantity = stock() < 0.05 ? 0 : wholeBetween(stock, 3, 240)
  return {
    product,
    quantity,
    status: quantity === 0 && !product.fulfilledByAmazon ? 'Inactive' : 'Active',
    openedMs: dayBounds(product.listedOn, channel.marketplace.zone).startMs + 9 * 3_600_000,
    changedMs: dayBounds(today, channel.marketplace.zone).startMs,
    fnSku: `X00${product.asin.slice(3)}`,
  }
}
