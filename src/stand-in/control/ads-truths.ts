import type { Day } from '../lib/days.ts'
import type { AdProduct } from '../world/ads-campaigns.ts'
import { adsDay, type AdsFigures } from '../world/ads-days.ts'
import { adsParts, type PartOf } from '../world/ads-parts.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

type TruthOfDay = (channel: Channel, day: Day, asOf: number) => TruthDay

/** One summing up per advertising dataset; days are the profile's own. */
export const ADS_TRUTHS: Readonly<Record<string, TruthOfDay>> = {
  'ads-campaign-daily': campaigns('SPONSORED_PRODUCTS'),
  'sp-advertised-product': parts('SPONSORED_PRODUCTS', 'ad'),
  'sp-search-term': parts('SPONSORED_PRODUCTS', 'term'),
  'sp-targeting': parts('SPONSORED_PRODUCTS', 'target'),
  'sb-campaign': campaigns('SPONSORED_BRANDS'),
  'sb-ads': parts('SPONSORED_BRANDS', 'ad'),
  'sb-search-term': parts('SPONSORED_BRANDS', 'term'),
  'sd-campaign': campaigns('SPONSORED_DISPLAY'),
  'sd-advertised-product': parts('SPONSORED_DISPLAY', 'ad'),
  'sd-targeting': parts('SPONSORED_DISPLAY', 'target'),
}

function campaigns(product: AdProduct): TruthOfDay {
  return (channel, day, asOf) => sumUp(day, adsDay(channel, day, asOf, product))
}

function parts(product: AdProduct, by: PartOf): TruthOfDay {
  return (channel, day, asOf) => sumUp(day, adsParts(channel, { day, asOf, product }, by))
}

function sumUp(day: Day, rows: readonly AdsFigures[]): TruthDay {
  const sum = (pick: (row: AdsFigures) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum((row) => row.costMinor),
    clicks: sum((row) => row.clicks),
    impressions: sum((row) => row.impressions),
    purchases7d: sum((row) => row.purchases.d7),
    purchases14d: sum((row) => row.purchases.d14),
    sales1d: sum((row) => row.salesMinor.d1),
    sales7d: sum((row) => row.salesMinor.d7),
    sales14d: sum((row) => row.salesMinor.d14),
    sales30d: sum((row) => row.salesMinor.d30),
    purchases: sum((row) => row.viewed.purchases),
    sales: sum((row) => row.viewed.salesMinor),
    units: sum((row) => row.viewed.units),
  }
}
