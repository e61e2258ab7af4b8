import { drawFor, wholeBetween } from '../lib/random.ts'
import { dayOf } from '../lib/days.ts'
import type { Listing } from './listings.ts'
import type { Channel } from './world.ts'

/** What lies in Amazon's warehouses, and what is on its way there. */
export type Stock = {
  readonly fulfillable: number
  readonly inboundWorking: number
  readonly inboundShipped: number
  readonly inboundReceiving: number
  readonly reserved: number
  readonly researching: number
  readonly unfulfillable: number
  readonly total: number
}

/** Stock of an offer at Amazon at an instant. */
export function stockAt(channel: Channel, listing: Listing, asOf: number): Stock {
  const draw = drawFor(channel.seed, channel.key, 'warehouse', listing.product.sku, dayOf(asOf, channel.marketplace.zone))
  const reserved = Math.floor(listing.quantity * 0.1)
  const sometimes = (chance: number, most: number): number => (draw() < chance ? wholeBetween(draw, 1, most) : 0)
  const parts = {
    fulfillable: listing.quantity - reserved,
    inboundWorking: sometimes(0.15, 60),
    inboundShipped: sometimes(0.2, 120),
    inboundReceiving: sometimes(0.1, 40),
    reserved,
    researching: sometimes(0.04, 3),
    unfulfillable: sometimes(0.12, 6),
  }
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) }
}
