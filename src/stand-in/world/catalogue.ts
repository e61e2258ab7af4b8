import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** Every thirteenth product is not in the catalogue of a country: real ones are missing now and then. */
const ABSENT_EACH = 13

/** What the country's catalogue has of the channel's products. */
export function catalogueOf(channel: Channel): readonly Product[] {
  return channel.products.filter((_, index) => index % ABSENT_EACH !== ABSENT_EACH - 1)
}
