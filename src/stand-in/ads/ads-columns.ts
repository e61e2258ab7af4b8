const WINDOWS = ['1d', '7d', '14d', '30d']
const WINDOWED = ['purchases', 'purchasesSameSku', 'unitsSoldClicks', 'unitsSoldSameSku', 'sales', 'attributedSalesSameSku']

/** Columns a campaign report by day may ask for. */
export const CAMPAIGN_COLUMNS: ReadonlySet<string> = new Set([
  'date',
  'campaignId',
  'campaignName',
  'campaignStatus',
  'campaignBudgetAmount',
  'campaignBudgetType',
  'campaignBudgetCurrencyCode',
  'campaignBiddingStrategy',
  'campaignRuleBasedBudgetAmount',
  'campaignApplicableBudgetRuleId',
  'campaignApplicableBudgetRuleName',
  'topOfSearchImpressionShare',
  'impressions',
  'clicks',
  'cost',
  'spend',
  'costPerClick',
  'clickThroughRate',
  ...WINDOWED.flatMap((name) => WINDOWS.map((days) => `${name}${days}`)),
])
