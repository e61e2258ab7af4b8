import type { DatasetDocument } from './document.ts'

type Headers = Extract<DatasetDocument, { kind: 'flat-file' }>['headers']

/**
 * The columns taken from order files, and no others: neither the buyer's place nor promotion or purchase order text.
 * The Japanese names are those of Seller Central Japan's own order file (recalled, not re-read).
 */
export const ORDER_HEADERS: Headers = {
  orderId: { anyOf: ['amazon-order-id', 'Amazon注文番号', '注文番号'], required: true },
  purchasedAt: { anyOf: ['purchase-date', '購入日', '注文日'], required: true },
  status: { anyOf: ['order-status', '注文ステータス', '注文状況'], required: true },
  fulfilment: { anyOf: ['fulfillment-channel', 'フルフィルメントチャネル', 'フルフィルメント'], required: false },
  salesChannel: { anyOf: ['sales-channel', '販売チャネル', '販売経路'], required: false },
  title: { anyOf: ['product-name', '商品名'], required: false },
  sku: { anyOf: ['sku', 'SKU', '出品者SKU'], required: true },
  asin: { anyOf: ['asin', 'ASIN'], required: true },
  itemStatus: { anyOf: ['item-status', '商品ステータス'], required: true },
  quantity: { anyOf: ['quantity', '数量'], required: true },
  currency: { anyOf: ['currency', '通貨'], required: true },
  itemPrice: { anyOf: ['item-price', '商品価格', '商品の価格'], required: true },
  itemTax: { anyOf: ['item-tax', '商品税', '商品の税金'], required: false },
  shippingPrice: { anyOf: ['shipping-price', '配送料'], required: false },
  promotion: { anyOf: ['item-promotion-discount', '商品プロモーション割引', '商品プロモーション割引額'], required: false },
  isBusiness: { anyOf: ['is-business-order', '法人注文'], required: false },
}

/** Columns that order files are known to have and that are not taken: the buyer's place among them. */
export const ORDER_HEADERS_PASSED_OVER: readonly string[] = [
  'merchant-order-id',
  'last-updated-date',
  'order-channel',
  'url',
  'ship-service-level',
  'shipping-tax',
  'gift-wrap-price',
  'gift-wrap-tax',
  'ship-promotion-discount',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'promotion-ids',
  'purchase-order-number',
  'price-designation',
  'address-type',
  'buyer-company-name',
  'buyer-cst-number',
  'buyer-vat-number',
  'fulfilled-by',
  'signature-confirmation-recommended',
  'is-replacement-order',
  'is-transparency',
  'item-extensions-data',
  'licensee-name',
  'license-number',
  'license-state',
  'license-expiration-date',
  'original-order-id',
  'order-invoice-type',
  'vat-exclusive-item-price',
  'vat-exclusive-shipping-price',
  'vat-exclusive-giftwrap-price',
]
