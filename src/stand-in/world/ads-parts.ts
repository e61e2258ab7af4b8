import type { Day } from '../lib/days.ts'
import { drawFor, wholeBetween } from '../lib/random.ts'
import type { AdProduct, Campaign } from './ads-campaigns.ts'
import { adsDay, type AdsDay, type AdsFigures, type AdsWindows } from './ads-days.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** A share of a campaign's day: an ad, a target, or a search term under a target. */
export type AdsPart = AdsDay & {
  /** Of the ad or target. */
  readonly id: number
  readonly adGroup: { readonly id: number; readonly name: string }
  /** What the ad shows. */
  readonly product: Product | undefined
  readonly target: { readonly text: string; readonly matchType: string }
  readonly term: string
}

export type PartOf = 'ad' | 'target' | 'term'

/** Search terms are reported with a click only, so a tenth of a campaign stays untold there. */
const SHARES: Readonly<Record<PartOf, readonly number[]>> = { ad: [0.65, 0.35], target: [0.55, 0.45], term: [0.5, 0.25, 0.15] }

/** What shoppers type: quotes, commas, other alphabets, and `*` where there was no search. */
const TERMS = ['{noun}', '{noun} "xl", 2 pack', 'größe 42 {noun}', 'カバー {noun}', '*', 'b0c1x2y3z4'] as const

/** The parts of every campaign of a product on a day; ads and targets sum to their campaign, figure by figure. */
export function adsParts(
  channel: Channel,
  place: { readonly day: Day; readonly asOf: number; readonly product: AdProduct },
  by: PartOf,
): AdsPart[] {
  return adsDay(channel, place.day, place.asOf, place.product).flatMap((whole, index) =>
    splitFigures(whole, SHARES[by])
      .map((figures, at) => ({ ...whole, ...figures, ...describePart(channel, whole.campaign, { index, at, by }) }))
      .filter((part) => (by === 'term' ? part.clicks > 0 : part.impressions > 0)),
  )
}

function describePart(
  channel: Channel,
  campaign: Campaign,
  { index, at, by }: { readonly index: number; readonly at: number; readonly by: PartOf },
): Pick<AdsPart, 'id' | 'adGroup' | 'product' | 'target' | 'term'> {
  const draw = drawFor(channel.seed, channel.key, by === 'ad' ? 'ad' : 'target', campaign.id, by === 'term' ? at % 2 : at)
  const noun = channel.products[index % channel.products.length]?.sku ?? 'thing'
  const isKeyword = (index + at) % 2 === 0
  return {
    id: wholeBetween(draw, 100_000_000_000_000, 999_999_999_999_999),
    adGroup: { id: campaign.id + 7, name: 'Ad group 1' },
    product: channel.products[(index + at) % channel.products.length],
    target: isKeyword
      ? { text: noun.toLowerCase(), matchType: 'EXACT' }
      : { text: 'close-match', matchType: 'TARGETING_EXPRESSION_PREDEFINED' },
    term: (TERMS[(index + at) % TERMS.length] ?? '*').replace('{noun}', noun.toLowerCase()),
  }
}

/** Cuts every figure at the same places, so that shares that sum to 1 lose nothing. */
function splitFigures(whole: AdsFigures, shares: readonly number[]): AdsFigures[] {
  const ends = shares.map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0))
  return ends.map((end, at) => {
    const cut = (value: number): number => Math.floor(value * end + 1e-9) - Math.floor(value * (ends[at - 1] ?? 0) + 1e-9)
    const windows = ({ d1, d7, d14, d30 }: AdsWindows): AdsWindows => ({ d1: cut(d1), d7: cut(d7), d14: cut(d14), d30: cut(d30) })
    const { viewed } = whole
    return {
      impressions: cut(whole.impressions),
      clicks: cut(whole.clicks),
      costMinor: cut(whole.costMinor),
      purchases: windows(whole.purchases),
      units: windows(whole.units),
      salesMinor: windows(whole.salesMinor),
      viewed: { purchases: cut(viewed.purchases), units: cut(viewed.units), salesMinor: cut(viewed.salesMinor) },
    }
  })
}
