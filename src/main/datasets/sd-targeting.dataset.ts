import { AD_GROUP, id, text, VIEW_FIGURES_WITH_UNITS } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** Sponsored Display per target and day: audiences, categories or products; it knows no search terms. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sd-targeting',
  title: 'Sponsored Display, targets',
  grain: 'day × target',
  product: 'sponsored-display',
  reportTypeId: 'sdTargeting',
  groupBy: 'targeting',
  table: 'ads_sd_target_days',
  columns: [
    id('campaign_id', 'campaignId'),
    id('target_id', 'targetingId'),
    ...AD_GROUP,
    text('target', 'targetingText'),
    ...VIEW_FIGURES_WITH_UNITS,
  ],
  keyed: 2,
})
