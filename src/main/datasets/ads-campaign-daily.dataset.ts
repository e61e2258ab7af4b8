import { id, SP_FIGURES, text } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Products per campaign and day. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'ads-campaign-daily',
  title: 'Sponsored Products campaigns',
  grain: 'day × campaign',
  product: 'sponsored-products',
  reportTypeId: 'spCampaigns',
  groupBy: 'campaign',
  table: 'ads_campaign_days',
  columns: [id('campaign_id', 'campaignId'), text('campaign', 'campaignName'), text('status', 'campaignStatus'), ...SP_FIGURES],
  keyed: 1,
})
