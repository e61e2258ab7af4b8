import type { Cell, FlatRecord, RowContext, RowVerdict } from './document.ts'
import { productCell } from './product-cell.ts'
import { readAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { need, rowVerdict } from './row-verdict.ts'
import { isOwnSalesChannel } from './sales-channels.ts'

const COUNT = /^\d{1,9}$/
const ORDER_ID = /^[A-Za-z0-9-]{3,64}$/

/**
 * One line of an order file. A pending order has no price yet: its amounts are unknown, not 0. Where a price is given,
 * an empty amount beside it means there is none.
 */
export function readOrderLine(record: FlatRecord, { channel, dayAt }: RowContext, scale: number): RowVerdict {
  return rowVerdict(() => {
    if (!isOwnSalesChannel(record('salesChannel'), channel.country)) return null
    const orderId = need(record('orderId'), 'amazon-order-id', 'not an order id', (id) => ORDER_ID.test(id))
    const purchasedAt = need(readInstant(record('purchasedAt')), 'purchase-date', 'not an ISO instant with an offset')
    const quantity = need(record('quantity'), 'quantity', 'not a count', (count) => COUNT.test(count))
    const amounts = readAmounts(record, scale)
    const isPriced = amounts[0] !== null
    if (isPriced) need(record('currency'), 'currency', `not the channel's ${channel.currency}`, (said) => said === channel.currency)
    const product = productCell({ sku: record('sku'), asin: record('asin'), title: record('title') })
    const isBusiness = record('isBusiness').toLowerCase() === 'true' ? 1 : 0
    const head: Cell[] = [dayAt(purchasedAt), orderId, product, purchasedAt, record('status'), record('itemStatus'), Number(quantity)]
    return [...head, isPriced ? 1 : 0, ...amounts, channel.currency, record('fulfilment'), isBusiness]
  })
}

/** Price, tax, shipping, promotion. */
function readAmounts(record: FlatRecord, scale: number): readonly Cell[] {
  const none = record('itemPrice') === '' ? null : 0
  return AMOUNTS.map(([own, name]) => {
    const text = record(own)
    return text === '' ? none : need(readAmount(text, scale), name, 'not an amount')
  })
}

const AMOUNTS = [
  ['itemPrice', 'item-price'],
  ['itemTax', 'item-tax'],
  ['shippingPrice', 'shipping-price'],
  ['promotion', 'item-promotion-discount'],
] as const
