import { AD_GROUP, id, SP_FIGURES, text } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Products per target and day: keywords and product or automatic targets alike. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sp-targeting',
  title: 'Sponsored Products, targets',
  grain: 'day × target',
  product: 'sponsored-products',
  reportTypeId: 'spTargeting',
  groupBy: 'targeting',
  table: 'ads_sp_target_days',
  columns: [
    id('campaign_id', 'campaignId'),
    text('target_id', 'keywordId'),
    ...AD_GROUP,
    text('target', 'targeting'),
    text('match_type', 'matchType'),
    ...SP_FIGURES,
  ],
  keyed: 2,
})
