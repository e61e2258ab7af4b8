import { AD_GROUP, id, SP_FIGURES, text } from './ads-columns.ts'
import { adsDailyReport } from './ads-daily-report.ts'

/**
 * What shoppers typed (or the product page they stood on) before they clicked, per target and day. Only terms with a click
 * are reported, so their sum stays below the campaign's. Source: docs/amazon.md §4.3.
 */
export const dataset = adsDailyReport({
  id: 'sp-search-term',
  title: 'Sponsored Products, search terms',
  grain: 'day × target × search term',
  product: 'sponsored-products',
  reportTypeId: 'spSearchTerm',
  groupBy: 'searchTerm',
  table: 'ads_sp_term_days',
  columns: [
    id('campaign_id', 'campaignId'),
    text('target_id', 'keywordId'),
    text('search_term', 'searchTerm'),
    ...AD_GROUP,
    text('target', 'targeting'),
    text('match_type', 'matchType'),
    ...SP_FIGURES,
  ],
  keyed: 3,
})
