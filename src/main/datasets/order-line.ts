import type { Cell, FlatRecord, RowContext, RowVerdict } from './document.ts'
import { productCell } from './product-cell.ts'
import { readAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { isOwnSalesChannel } from './sales-channels.ts'

const COUNT = /^\d{1,9}$/
const ORDER_ID = /^[A-Za-z0-9-]{3,64}$/

/**
 * One line of an order file. A pending order has no price yet: its amounts are unknown, not 0. Where a price is given,
 * an empty amount beside it means there is none.
 */
export function readOrderLine(record: FlatRecord, { channel, dayAt }: RowContext, scale: number): RowVerdict {
  if (!isOwnSalesChannel(record('salesChannel'), channel.country)) return { kind: 'foreign' }
  const orderId = record('orderId')
  if (!ORDER_ID.test(orderId)) return bad('amazon-order-id', 'not an order id')
  const purchasedAt = readInstant(record('purchasedAt'))
  if (purchasedAt === null) return bad('purchase-date', 'not an ISO instant with an offset')
  const quantity = record('quantity')
  if (!COUNT.test(quantity)) return bad('quantity', 'not a count')
  const amounts = readAmounts(record, scale)
  if (typeof amounts === 'string') return bad(amounts, 'not an amount')
  const currency = record('currency')
  const isPriced = amounts[0] !== null
  if (isPriced && currency !== channel.currency) return bad('currency', `not the channel's ${channel.currency}`)
  const product = productCell({ sku: record('sku'), asin: record('asin'), title: record('title') })
  return {
    kind: 'row',
    row: [
      dayAt(purchasedAt), orderId, product, purchasedAt, record('status'), record('itemStatus'), Number(quantity), isPriced ? 1 : 0,
      ...amounts, isPriced ? currency : channel.currency, record('fulfilment'), record('isBusiness').toLowerCase() === 'true' ? 1 : 0,
    ],
  }
}

/** Price, tax, shipping, promotion; or the name of the column that is no amount. */
function readAmounts(record: FlatRecord, scale: number): readonly Cell[] | string {
  const price = record('itemPrice')
  const isPriced = price !== ''
  const found: Cell[] = []
  for (const [own, name] of AMOUNTS) {
    const text = record(own)
    if (text === '') {
      found.push(isPriced ? 0 : null)
      continue
    }
    const minor = readAmount(text, scale)
    if (minor === null) return name
    found.push(minor)
  }
  return found
}

const AMOUNTS = [['itemPrice', 'item-price'], ['itemTax', 'item-tax'], ['shippingPrice', 'shipping-price'], ['promotion', 'item-promotion-discount']] as const

function bad(column: string, why: string): RowVerdict {
  return { kind: 'bad', column, why }
}
