import { id, text, VIEW_FIGURES_WITH_UNITS } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Brands per campaign and day. Source: docs/amazon.md §4.3: kept 60 days, the shortest of the three. */
export const dataset = adsDailyReport({
  id: 'sb-campaign',
  title: 'Sponsored Brands campaigns',
  grain: 'day × campaign',
  product: 'sponsored-brands',
  reportTypeId: 'sbCampaigns',
  groupBy: 'campaign',
  table: 'ads_sb_campaign_days',
  columns: [
    id('campaign_id', 'campaignId'),
    text('campaign', 'campaignName'),
    text('status', 'campaignStatus'),
    ...VIEW_FIGURES_WITH_UNITS,
  ],
  keyed: 1,
})
