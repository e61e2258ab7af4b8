import { AD_GROUP, id, text, VIEW_FIGURES } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/** What shoppers typed before they clicked a Sponsored Brands ad, per keyword and day. Source: docs/amazon.md §4.3. */
export const dataset = adsDailyReport({
  id: 'sb-search-term',
  title: 'Sponsored Brands, search terms',
  grain: 'day × keyword × search term',
  product: 'sponsored-brands',
  reportTypeId: 'sbSearchTerm',
  groupBy: 'searchTerm',
  table: 'ads_sb_term_days',
  columns: [
    id('campaign_id', 'campaignId'),
    text('target_id', 'keywordId'),
    text('search_term', 'searchTerm'),
    ...AD_GROUP,
    text('target', 'keywordText'),
    text('match_type', 'matchType'),
    ...VIEW_FIGURES,
  ],
  keyed: 3,
})
