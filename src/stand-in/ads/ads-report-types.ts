import type { Day } from '../lib/days.ts'
import { asFields, textOf, type Fields } from '../lib/fields.ts'
import type { AdProduct } from '../world/ads-campaigns.ts'
import { adsDay, type AdsDay } from '../world/ads-days.ts'
import { adsParts, type AdsPart, type PartOf } from '../world/ads-parts.ts'
import type { Channel } from '../world/world.ts'
import { ADS_COLUMNS } from './ads-columns.ts'

export type AdsReportTypeId = keyof typeof ADS_COLUMNS

export type AdsReportType = {
  readonly product: AdProduct
  readonly groupBy: string
  readonly columns: readonly string[]
  /** What one row stands for. */
  readonly by: 'campaign' | PartOf
}

/** How many days back reports may begin. Source: table of report types. */
export const RETENTION_DAYS: Readonly<Record<AdProduct, number>> = {
  SPONSORED_PRODUCTS: 95,
  SPONSORED_BRANDS: 60,
  SPONSORED_DISPLAY: 65,
}

/** Every report type the stand-in makes. Brands have none by product, Display none by search term. */
export const ADS_REPORT_TYPES: Readonly<Record<AdsReportTypeId, AdsReportType>> = {
  spCampaigns: type('SPONSORED_PRODUCTS', 'campaign', 'spCampaigns', 'campaign'),
  spAdvertisedProduct: type('SPONSORED_PRODUCTS', 'advertiser', 'spAdvertisedProduct', 'ad'),
  spSearchTerm: type('SPONSORED_PRODUCTS', 'searchTerm', 'spSearchTerm', 'term'),
  spTargeting: type('SPONSORED_PRODUCTS', 'targeting', 'spTargeting', 'target'),
  sbCampaigns: type('SPONSORED_BRANDS', 'campaign', 'sbCampaigns', 'campaign'),
  sbAds: type('SPONSORED_BRANDS', 'ads', 'sbAds', 'ad'),
  sbSearchTerm: type('SPONSORED_BRANDS', 'searchTerm', 'sbSearchTerm', 'term'),
  sdCampaigns: type('SPONSORED_DISPLAY', 'campaign', 'sdCampaigns', 'campaign'),
  sdAdvertisedProduct: type('SPONSORED_DISPLAY', 'advertiser', 'sdAdvertisedProduct', 'ad'),
  sdTargeting: type('SPONSORED_DISPLAY', 'targeting', 'sdTargeting', 'target'),
}

function type(product: AdProduct, groupBy: string, columns: AdsReportTypeId, by: AdsReportType['by']): AdsReportType {
  return { product, groupBy, columns: ADS_COLUMNS[columns], by }
}

/** The type a request's configuration names; undefined when there is none of that name. */
export function reportTypeOf(configuration: Fields): (AdsReportType & { readonly id: AdsReportTypeId }) | undefined {
  const named = textOf(asFields(configuration), 'reportTypeId') ?? ''
  return isReportType(named) ? { ...ADS_REPORT_TYPES[named], id: named } : undefined
}

function isReportType(text: string): text is AdsReportTypeId {
  return Object.hasOwn(ADS_REPORT_TYPES, text)
}

/** What one day of a report holds, as of an instant. */
export function rowsOf({ product, by }: AdsReportType, channel: Channel, day: Day, asOf: number): readonly (AdsDay & Partial<AdsPart>)[] {
  return by === 'campaign' ? adsDay(channel, day, asOf, product) : adsParts(channel, { day, asOf, product }, by)
}
