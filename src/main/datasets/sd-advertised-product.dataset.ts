import { AD_GROUP, id, product, VIEW_FIGURES_WITH_UNITS } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Display per ad and day, an ad being one promoted product. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sd-advertised-product',
  title: 'Sponsored Display, advertised products',
  grain: 'day × ad',
  product: 'sponsored-display',
  reportTypeId: 'sdAdvertisedProduct',
  groupBy: 'advertiser',
  table: 'ads_sd_product_days',
  columns: [
    id('campaign_id', 'campaignId'),
    id('ad_id', 'adId'),
    product('promotedAsin', 'promotedSku'),
    ...AD_GROUP,
    ...VIEW_FIGURES_WITH_UNITS,
  ],
  keyed: 2,
})
