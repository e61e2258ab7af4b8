import { AD_GROUP, id, product, SP_FIGURES } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Products per ad and day, an ad being one product in one ad group. Vendors advertise ASINs without a SKU. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sp-advertised-product',
  title: 'Sponsored Products, advertised products',
  grain: 'day × ad',
  product: 'sponsored-products',
  reportTypeId: 'spAdvertisedProduct',
  groupBy: 'advertiser',
  table: 'ads_sp_product_days',
  columns: [id('campaign_id', 'campaignId'), id('ad_id', 'adId'), product('advertisedAsin', 'advertisedSku'), ...AD_GROUP, ...SP_FIGURES],
  keyed: 2,
})
