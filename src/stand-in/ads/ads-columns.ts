const WINDOWS = ['1d', '7d', '14d', '30d']
const WINDOWED = ['purchases', 'purchasesSameSku', 'unitsSoldClicks', 'unitsSoldSameSku', 'sales', 'attributedSalesSameSku']

const BUDGET = ['campaignBudgetAmount', 'campaignBudgetType', 'campaignBudgetCurrencyCode']
const AD_GROUP = ['adGroupId', 'adGroupName']

/** Columns of every Sponsored Products report; conversions by days after the click. Source: reporting columns, version 3. */
const SP = [
  'date',
  'campaignId',
  'campaignName',
  'campaignStatus',
  ...BUDGET,
  'impressions',
  'clicks',
  'cost',
  'costPerClick',
  'clickThroughRate',
  ...WINDOWED.flatMap((name) => WINDOWS.map((days) => `${name}${days}`)),
]
const SP_TARGET = [
  ...AD_GROUP,
  'keywordId',
  'keyword',
  'keywordType',
  'keywordBid',
  'matchType',
  'targeting',
  'adKeywordStatus',
  'portfolioId',
]

/** Columns of every Sponsored Brands and Display report: one span, all conversions and those after a click. */
const VIEWED = [
  'date',
  'campaignId',
  'campaignName',
  'campaignBudgetCurrencyCode',
  'impressions',
  'clicks',
  'cost',
  'purchases',
  'purchasesClicks',
  'sales',
  'salesClicks',
  'unitsSold',
]
const SB = [...VIEWED, 'campaignStatus', 'campaignBudgetAmount', 'campaignBudgetType', 'costType']
const SD_PART = [...VIEWED, ...AD_GROUP, 'unitsSoldClicks', 'impressionsViews']

/** The columns each report type takes; any other fails the whole request. */
export const ADS_COLUMNS = {
  spCampaigns: [
    ...SP,
    'spend',
    'campaignBiddingStrategy',
    'campaignRuleBasedBudgetAmount',
    'campaignApplicableBudgetRuleId',
    'campaignApplicableBudgetRuleName',
    'topOfSearchImpressionShare',
  ],
  spAdvertisedProduct: [...SP, ...AD_GROUP, 'spend', 'adId', 'portfolioId', 'advertisedAsin', 'advertisedSku'],
  spSearchTerm: [...SP, ...SP_TARGET, 'searchTerm'],
  spTargeting: [...SP, ...SP_TARGET, 'topOfSearchImpressionShare'],
  sbCampaigns: [...SB, 'unitsSoldClicks', 'topOfSearchImpressionShare'],
  sbAds: [...SB, ...AD_GROUP, 'adId', 'unitsSoldClicks'],
  sbSearchTerm: [...SB, ...AD_GROUP, 'keywordId', 'keywordText', 'keywordBid', 'matchType', 'searchTerm', 'adKeywordStatus'],
  sdCampaigns: [...VIEWED, 'campaignStatus', 'campaignBudgetAmount', 'costType', 'unitsSoldClicks', 'impressionsViews'],
  sdAdvertisedProduct: [...SD_PART, 'adId', 'promotedAsin', 'promotedSku', 'bidOptimization'],
  sdTargeting: [...SD_PART, 'targetingId', 'targetingText', 'targetingExpression', 'adKeywordStatus'],
} as const satisfies Readonly<Record<string, readonly string[]>>
