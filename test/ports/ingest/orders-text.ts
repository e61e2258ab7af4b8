export interface LineSpec {
  readonly id?: string
  readonly at?: string
  readonly status?: string
  readonly itemStatus?: string
  readonly sku?: string
  readonly title?: string
  readonly quantity?: string
  readonly price?: string
  readonly currency?: string
  readonly salesChannel?: string
  readonly city?: string
}

export const HEADER = [
  'amazon-order-id',
  'merchant-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'item-promotion-discount',
  'ship-city',
  'promotion-ids',
  'is-business-order',
  'purchase-order-number',
]

export function orderLine(spec: LineSpec = {}): string {
  const price = spec.price ?? '19.99'
  return [
    spec.id ?? '302-1111111-1111111',
    'mine',
    spec.at ?? '2026-03-02T10:00:00+00:00',
    '2026-03-02T11:00:00+00:00',
    spec.status ?? 'Shipped',
    'Amazon',
    spec.salesChannel ?? 'Amazon.de',
    spec.title ?? 'A thing',
    spec.sku ?? 'SKU-1',
    `B0${spec.sku ?? 'SKU-1'}`,
    spec.itemStatus ?? spec.status ?? 'Shipped',
    spec.quantity ?? '1',
    price === '' ? '' : (spec.currency ?? 'EUR'),
    price,
    '',
    '',
    '',
    spec.city ?? 'Quillhaven',
    'PROMO-SECRET',
    'false',
    'PO-SECRET',
  ].join('\t')
}

export function ordersText(lines: readonly LineSpec[], end = '\n'): string {
  return [HEADER.join('\t'), ...lines.map(orderLine)].join(end) + end
}
