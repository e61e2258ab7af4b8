import { AD_GROUP, id, VIEW_FIGURES_WITH_UNITS } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Brands per ad and day; an ad shows several products, so there is no report by product. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sb-ads',
  title: 'Sponsored Brands ads',
  grain: 'day × ad',
  product: 'sponsored-brands',
  reportTypeId: 'sbAds',
  groupBy: 'ads',
  table: 'ads_sb_ad_days',
  columns: [id('campaign_id', 'campaignId'), id('ad_id', 'adId'), ...AD_GROUP, ...VIEW_FIGURES_WITH_UNITS],
  keyed: 2,
})
