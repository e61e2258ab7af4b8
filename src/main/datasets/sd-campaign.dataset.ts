import { id, text, VIEW_FIGURES_WITH_UNITS } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Display per campaign and day. Source: docs/amazon.md §4.3: kept 65 days. */
export const dataset = adsDailyReport({
  id: 'sd-campaign',
  title: 'Sponsored Display campaigns',
  grain: 'day × campaign',
  product: 'sponsored-display',
  reportTypeId: 'sdCampaigns',
  groupBy: 'campaign',
  table: 'ads_sd_campaign_days',
  columns: [
    id('campaign_id', 'campaignId'),
    text('campaign', 'campaignName'),
    text('status', 'campaignStatus'),
    ...VIEW_FIGURES_WITH_UNITS,
  ],
  keyed: 1,
})
