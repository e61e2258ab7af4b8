import type { FlatColumns } from './document.ts'

const taken = (name: string) => ({ anyOf: [name], required: true })

/** Columns taken of a settlement file. Source: docs/amazon.md §4.2c. */
export const SETTLEMENT_HEADERS: FlatColumns['headers'] = {
  settlementId: taken('settlement-id'),
  startsAt: taken('settlement-start-date'),
  endsAt: taken('settlement-end-date'),
  paidAt: taken('deposit-date'),
  total: taken('total-amount'),
  currency: taken('currency'),
  type: taken('transaction-type'),
  orderId: taken('order-id'),
  marketplace: taken('marketplace-name'),
  amountType: taken('amount-type'),
  description: taken('amount-description'),
  amount: taken('amount'),
  postedAt: taken('posted-date-time'),
  sku: taken('sku'),
  quantity: taken('quantity-purchased'),
}

/** Columns known and not taken: numbers of shipments and adjustments that no report needs. */
export const SETTLEMENT_HEADERS_PASSED_OVER: readonly string[] = [
  'merchant-order-id',
  'adjustment-id',
  'shipment-id',
  'fulfillment-id',
  'posted-date',
  'order-item-code',
  'merchant-order-item-id',
  'merchant-adjustment-item-id',
  'promotion-id',
]
