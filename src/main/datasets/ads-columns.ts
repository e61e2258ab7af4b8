/** A column of an advertising report and where it is kept. A `product` is read from two columns: ASIN, then SKU. */
export interface AdsColumn {
  readonly name: string
  readonly kind: 'id' | 'text' | 'product' | 'integer' | 'money'
  readonly amazon: readonly string[]
}

export function id(name: string, amazon: string): AdsColumn {
  return { name, kind: 'id', amazon: [amazon] }
}

export function text(name: string, amazon: string): AdsColumn {
  return { name, kind: 'text', amazon: [amazon] }
}

export function product(asin: string, sku: string): AdsColumn {
  return { name: 'product_id', kind: 'product', amazon: [asin, sku] }
}

export function count(name: string, amazon = name): AdsColumn {
  return { name, kind: 'integer', amazon: [amazon] }
}

export function money(name: string, amazon: string): AdsColumn {
  return { name, kind: 'money', amazon: [amazon] }
}

/** Names every report below the campaign carries. */
export const AD_GROUP = [text('campaign', 'campaignName'), text('ad_group_id', 'adGroupId'), text('ad_group', 'adGroupName')] as const

/** Sponsored Products' figures: sellers read 7 days after the click, vendors 14 (docs/amazon.md §4.3). */
export const SP_FIGURES = [
  count('impressions'),
  count('clicks'),
  count('purchases_7d', 'purchases7d'),
  count('purchases_14d', 'purchases14d'),
  count('units_7d', 'unitsSoldClicks7d'),
  count('units_14d', 'unitsSoldClicks14d'),
  money('cost_minor', 'cost'),
  money('sales_7d_minor', 'sales7d'),
  money('sales_14d_minor', 'sales14d'),
] as const

/** Sponsored Brands' and Display's: one span of 14 days, after a click or a view; `Clicks` are those after a click alone. */
export const VIEW_FIGURES = [
  count('impressions'),
  count('clicks'),
  count('purchases'),
  count('purchases_clicks', 'purchasesClicks'),
  count('units', 'unitsSold'),
  money('cost_minor', 'cost'),
  money('sales_minor', 'sales'),
  money('sales_clicks_minor', 'salesClicks'),
] as const

/** The same where Amazon tells units after a click apart; search-term reports do not. */
export const VIEW_FIGURES_WITH_UNITS = [...VIEW_FIGURES, count('units_clicks', 'unitsSoldClicks')] as const
