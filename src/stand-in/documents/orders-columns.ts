/** Columns of the order files, in their usual order. */
export const ORDER_COLUMNS: readonly string[] = [
  'amazon-order-id',
  'merchant-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'order-channel',
  'ship-service-level',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'shipping-tax',
  'gift-wrap-price',
  'gift-wrap-tax',
  'item-promotion-discount',
  'ship-promotion-discount',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'promotion-ids',
  'is-business-order',
  'purchase-order-number',
  'price-designation',
]

/** Marketplaces whose files begin with the article instead of the order's state. */
const ARTICLE_FIRST = new Set(['A13V1IB3VIYZZH', 'A2EUQ1WTGCTBG2', 'A1VC38T7YXB528'])
const ARTICLE = ['sku', 'asin', 'product-name']

/** The same columns in the order a marketplace writes them. */
export function orderColumnsFor(marketplaceId: string, columns: readonly string[]): readonly string[] {
  if (!ARTICLE_FIRST.has(marketplaceId)) return columns
  const [first, ...others] = columns.filter((name) => !ARTICLE.includes(name))
  return [first ?? 'amazon-order-id', ...ARTICLE, ...others]
}
