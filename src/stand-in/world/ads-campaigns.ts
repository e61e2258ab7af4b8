import { drawFor, wholeBetween } from '../lib/random.ts'
import type { Channel } from './world.ts'

export type AdProduct = 'SPONSORED_PRODUCTS' | 'SPONSORED_BRANDS' | 'SPONSORED_DISPLAY'

export type Campaign = {
  readonly id: number
  readonly name: string
  readonly status: 'ENABLED' | 'PAUSED'
  readonly dailyBudgetMinor: number
}

/** How the three products differ: how many campaigns a shop runs beside its Sponsored Products ones, and their prefix. */
const KINDS: Readonly<Record<AdProduct, { readonly prefix: string; readonly share: number; readonly draw: string }>> = {
  SPONSORED_PRODUCTS: { prefix: 'SP', share: 1, draw: 'campaign' },
  SPONSORED_BRANDS: { prefix: 'SB', share: 1 / 3, draw: 'brand campaign' },
  SPONSORED_DISPLAY: { prefix: 'SD', share: 1 / 4, draw: 'display campaign' },
}

export function campaignsOf(channel: Channel, product: AdProduct): Campaign[] {
  const { prefix, share, draw: name } = KINDS[product]
  return Array.from({ length: Math.ceil((channel.ads?.campaigns ?? 0) * share) }, (_, index) => {
    const draw = drawFor(channel.seed, channel.key, name, index)
    const noun = channel.products[index % channel.products.length]?.sku ?? 'All'
    return {
      id: wholeBetween(draw, 100_000_000_000, 999_999_999_999),
      name: `${prefix} | ${noun} | ${index % 2 === 0 ? 'Exact' : 'Auto'}`,
      status: draw() < 0.85 ? 'ENABLED' : 'PAUSED',
      dailyBudgetMinor: wholeBetween(draw, 10, 60) * 100,
    }
  })
}
