import { drawFor, oneOf, wholeBetween } from '../lib/random.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** What Amazon expects to charge for one unit, in the marketplace's minor units. */
export type Fees = {
  readonly sizeTier: string
  readonly referralMinor: number
  readonly closingMinor: number
  /** Unknown while a product was never measured. */
  readonly fulfilmentMinor: number | null
}

const TIERS = ['Small Standard-Size', 'Large Standard-Size', 'Large Bulky'] as const

/** Fees of a product; they do not change in this world. */
export function feesOf(channel: Channel, product: Product): Fees {
  const draw = drawFor(channel.seed, channel.key, 'fees', product.sku)
  const sizeTier = oneOf(draw, TIERS)
  return {
    sizeTier,
    referralMinor: Math.round(product.priceMinor * 0.15),
    closingMinor: 0,
    fulfilmentMinor: draw() < 0.06 ? null : Math.round((product.priceMinor * wholeBetween(draw, 8, 22)) / 100),
  }
}
