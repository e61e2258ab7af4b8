import { dayBounds, DAY_MS, HOUR_MS, type Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import { campaignsOf, type AdProduct, type Campaign } from './ads-campaigns.ts'
import { demandOn } from './demand.ts'
import type { Channel } from './world.ts'

/** What Amazon counts. Money in the profile's minor units. */
export type AdsFigures = {
  readonly impressions: number
  readonly clicks: number
  readonly costMinor: number
  readonly purchases: AdsWindows
  readonly units: AdsWindows
  readonly salesMinor: AdsWindows
  /** Within 14 days of a click or of having seen the ad; where no views are counted the same as `d14`. */
  readonly viewed: { readonly purchases: number; readonly units: number; readonly salesMinor: number }
}

/** One campaign on one day as Amazon shows it at an instant. */
export type AdsDay = AdsFigures & { readonly campaign: Campaign; readonly day: Day }

/** The same figure with conversions counted for 1, 7, 14 and 30 days after the click. */
export type AdsWindows = { readonly d1: number; readonly d7: number; readonly d14: number; readonly d30: number }

/** Rows of a day appear this long after it begins. */
const ADS_DELAY_MS = 12 * HOUR_MS
/** Clicks that turn out not to count are taken out within this time after the day. Source: reporting FAQ. */
const TRAFFIC_SETTLES_MS = 3 * DAY_MS
/** Nothing moves after this: 14 days of attribution and 28 of correction. Source: reporting FAQ. */
export const ADS_SETTLES_MS = 42 * DAY_MS

/** Clicks beside Sponsored Products', impressions for a click beside theirs, and what views bring on top of clicks. */
const WEIGHTS: Readonly<Record<AdProduct, { readonly clicks: number; readonly impressions: number; readonly views: number }>> = {
  SPONSORED_PRODUCTS: { clicks: 1, impressions: 1, views: 0 },
  SPONSORED_BRANDS: { clicks: 0.6, impressions: 1.4, views: 0.15 },
  SPONSORED_DISPLAY: { clicks: 0.4, impressions: 3, views: 0.4 },
}

/** Every campaign of a product with a row on a day of the profile's zone, as of an instant. */
export function adsDay(channel: Channel, day: Day, asOf: number, product: AdProduct = 'SPONSORED_PRODUCTS'): AdsDay[] {
  const bounds = dayBounds(day, channel.adsZone)
  if (asOf < bounds.startMs + ADS_DELAY_MS) return []
  const elapsed = Math.min(1, (asOf - bounds.startMs) / (bounds.endMs - bounds.startMs))
  const ageMs = Math.max(0, asOf - bounds.endMs)
  return campaignsOf(channel, product).flatMap((campaign, index) => {
    const final = finalFigures(channel, { campaign, index, day, product })
    return final.clicks === 0 ? [] : [{ campaign, day, ...figuresAt(final, elapsed, ageMs, WEIGHTS[product].views) }]
  })
}

/** What is known of the final figures once a share of the day has passed and at an age after its end. */
function figuresAt(final: Final, elapsed: number, ageMs: number, views: number): AdsFigures {
  const invalid = Math.round(final.clicks * 0.06 * (1 - Math.min(1, ageMs / TRAFFIC_SETTLES_MS)))
  const clicks = Math.round((final.clicks + invalid) * elapsed)
  const shown = (whole: number, days: number): number => Math.round(whole * elapsed * arrived(ageMs, days))
  const purchases: AdsWindows = {
    d1: shown(final.purchases * 0.62, 1),
    d7: shown(final.purchases * 0.88, 7),
    d14: shown(final.purchases * 0.96, 14),
    d30: shown(final.purchases, 30),
  }
  const viewed = purchases.d14 + Math.floor(purchases.d14 * views)
  const scale = (by: number): AdsWindows => ({
    d1: Math.round(purchases.d1 * by),
    d7: Math.round(purchases.d7 * by),
    d14: Math.round(purchases.d14 * by),
    d30: Math.round(purchases.d30 * by),
  })
  return {
    clicks,
    impressions: Math.max(clicks, Math.round(final.impressions * elapsed)),
    costMinor: clicks * final.clickPriceMinor,
    purchases,
    units: scale(1.2),
    salesMinor: scale(final.basketMinor),
    viewed: { purchases: viewed, units: Math.round(viewed * 1.2), salesMinor: Math.round(viewed * final.basketMinor) },
  }
}

type Final = { clicks: number; impressions: number; clickPriceMinor: number; purchases: number; basketMinor: number }

type Place = { readonly campaign: Campaign; readonly index: number; readonly day: Day; readonly product: AdProduct }

function finalFigures(channel: Channel, { campaign, index, day, product }: Place): Final {
  const weight = WEIGHTS[product]
  const draw = drawFor(channel.seed, channel.key, 'ads', campaign.id, day)
  const basketMinor = channel.products[index % channel.products.length]?.priceMinor ?? 1000
  const paused = campaign.status === 'PAUSED' && draw() < 0.8
  const clicks = paused
    ? 0
    : Math.floor(weight.clicks * channel.ordersPerDay * demandOn(channel, day) * (0.5 + draw()) * (2.4 / (index + 2)))
  return {
    clicks,
    impressions: Math.round(weight.impressions * clicks * (90 + draw() * 140)),
    clickPriceMinor: Math.max(1, Math.round(basketMinor * (0.012 + draw() * 0.012))),
    purchases: clicks * (0.06 + draw() * 0.1),
    basketMinor,
  }
}

/** Share of a window's conversions known at an age: most in the first day, the rest while people buy and Amazon corrects. */
function arrived(ageMs: number, windowDays: number): number {
  const reachMs = Math.min(ADS_SETTLES_MS, (windowDays + 28) * DAY_MS)
  const share = Math.min(1, ageMs / reachMs)
  return 0.55 + 0.45 * Math.sqrt(share)
}
