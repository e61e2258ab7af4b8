import { dayBounds, DAY_MS, HOUR_MS, type Day } from '../lib/days.ts'
import { drawFor, wholeBetween } from '../lib/random.ts'
import { demandOn } from './demand.ts'
import type { Channel } from './world.ts'

export type Campaign = {
  readonly id: number
  readonly name: string
  readonly status: 'ENABLED' | 'PAUSED'
  readonly dailyBudgetMinor: number
}

/** One campaign on one day as Amazon shows it at an instant. Money in the profile's minor units. */
export type AdsDay = {
  readonly campaign: Campaign
  readonly day: Day
  readonly impressions: number
  readonly clicks: number
  readonly costMinor: number
  readonly purchases: AdsWindows
  readonly units: AdsWindows
  readonly salesMinor: AdsWindows
}

/** The same figure with conversions counted for 1, 7, 14 and 30 days after the click. */
export type AdsWindows = { readonly d1: number; readonly d7: number; readonly d14: number; readonly d30: number }

/** Rows of a day appear this long after it begins. */
const ADS_DELAY_MS = 12 * HOUR_MS
/** Clicks that turn out not to count are taken out within this time after the day. Source: reporting FAQ. */
const TRAFFIC_SETTLES_MS = 3 * DAY_MS
/** Nothing moves after this: 14 days of attribution and 28 of correction. Source: reporting FAQ. */
export const ADS_SETTLES_MS = 42 * DAY_MS

export function campaignsOf(channel: Channel): Campaign[] {
  return Array.from({ length: channel.ads?.campaigns ?? 0 }, (_, index) => {
    const draw = drawFor(channel.seed, channel.key, 'campaign', index)
    const noun = channel.products[index % channel.products.length]?.sku ?? 'All'
    return {
      id: wholeBetween(draw, 100_000_000_000, 999_999_999_999),
      name: `SP | ${noun} | ${index % 2 === 0 ? 'Exact' : 'Auto'}`,
      status: draw() < 0.85 ? 'ENABLED' : 'PAUSED',
      dailyBudgetMinor: wholeBetween(draw, 10, 60) * 100,
    }
  })
}

/** Every campaign with a row on a day, as of an instant. */
export function adsDay(channel: Channel, day: Day, asOf: number): AdsDay[] {
  const bounds = dayBounds(day, channel.marketplace.zone)
  if (asOf < bounds.startMs + ADS_DELAY_MS) return []
  const elapsed = Math.min(1, (asOf - bounds.startMs) / (bounds.endMs - bounds.startMs))
  return campaignsOf(channel).flatMap((campaign, index) => {
    const final = finalFigures(channel, campaign, index, day)
    if (final.clicks === 0) return []
    const ageMs = Math.max(0, asOf - bounds.endMs)
    const invalid = Math.round(final.clicks * 0.06 * (1 - Math.min(1, ageMs / TRAFFIC_SETTLES_MS)))
    const clicks = Math.round((final.clicks + invalid) * elapsed)
    const shown = (whole: number, days: number): number => Math.round(whole * elapsed * arrived(ageMs, days))
    const windows = (whole: number): AdsWindows => ({
      d1: shown(whole * 0.62, 1),
      d7: shown(whole * 0.88, 7),
      d14: shown(whole * 0.96, 14),
      d30: shown(whole, 30),
    })
    const purchases = windows(final.purchases)
    const scale = (by: number): AdsWindows => ({
      d1: Math.round(purchases.d1 * by),
      d7: Math.round(purchases.d7 * by),
      d14: Math.round(purchases.d14 * by),
      d30: Math.round(purchases.d30 * by),
    })
    return [
      {
        campaign,
        day,
        clicks,
        impressions: Math.max(clicks, Math.round(final.impressions * elapsed)),
        costMinor: clicks * final.clickPriceMinor,
        purchases,
        units: scale(1.2),
        salesMinor: scale(final.basketMinor),
      },
    ]
  })
}

type Final = { clicks: number; impressions: number; clickPriceMinor: number; purchases: number; basketMinor: number }

function finalFigures(channel: Channel, campaign: Campaign, index: number, day: Day): Final {
  const draw = drawFor(channel.seed, channel.key, 'ads', campaign.id, day)
  const basketMinor = channel.products[index % channel.products.length]?.priceMinor ?? 1000
  const paused = campaign.status === 'PAUSED' && draw() < 0.8
  const clicks = paused ? 0 : Math.floor(channel.ordersPerDay * demandOn(channel, day) * (0.5 + draw()) * (2.4 / (index + 2)))
  return {
    clicks,
    impressions: Math.round(clicks * (90 + draw() * 140)),
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
