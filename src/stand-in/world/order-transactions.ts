import { DAY_MS, HOUR_MS } from '../lib/days.ts'
import { drawFor, letters, type Draw } from '../lib/random.ts'
import type { Order, OrderLine } from './order.ts'
import { totalOf, type AmountPart, type Transaction, type TransactionItem } from './transaction.ts'
import type { Channel } from './world.ts'

/** No transaction of an order is posted later than this after the purchase. */
export const LAST_POSTING_MS = 30 * DAY_MS

/** The shipment of an order and perhaps its refund. Nothing for an order that was called off. */
export function transactionsOf(channel: Channel, order: Order): Transaction[] {
  const lines = order.lines.filter((line) => line.cancelledMs === undefined)
  if (lines.length === 0) return []
  const draw = drawFor(channel.seed, channel.key, 'transactions', order.id)
  const shipment = post(draw, {
    type: 'Shipment',
    description: 'Order Payment',
    postedMs: order.shippedMs,
    orderId: order.id,
    items: lines.map((line) => itemOf(order, line, sold(order, line))),
    held: draw() < 0.35,
  })
  const [first] = lines
  if (first === undefined || draw() >= 0.045) return [shipment]
  const refundedMs = order.shippedMs + Math.floor(((3 + draw() * 14) * DAY_MS) / 1000) * 1000
  const refund = post(draw, {
    type: 'Refund',
    description: 'Refund Order',
    postedMs: refundedMs,
    orderId: order.id,
    items: [itemOf(order, first, refunded(first))],
    held: false,
  })
  return [shipment, refund]
}

type Posting = Pick<Transaction, 'type' | 'description' | 'postedMs' | 'orderId' | 'items'> & { readonly held: boolean }

function post(draw: Draw, { held, ...posting }: Posting): Transaction {
  const late = draw() < 0.3
  return {
    ...posting,
    id: letters(draw, 24),
    visibleMs: posting.postedMs + Math.floor(late ? HOUR_MS + draw() * 45 * HOUR_MS : draw() * HOUR_MS),
    parts: sumParts(posting.items),
    ...(held ? { releasedMs: posting.postedMs + 7 * DAY_MS } : {}),
  }
}

function itemOf(order: Order, line: OrderLine, parts: readonly AmountPart[]): TransactionItem {
  const { sku, asin, title } = line.product
  return { sku, asin, title, quantity: line.corrected?.quantity ?? line.quantity, byAmazon: order.byAmazon, parts }
}

/** The goods, what the buyer paid beside them, and what Amazon keeps. Tax is collected and withheld in full. */
function sold(order: Order, line: OrderLine): AmountPart[] {
  const price = line.corrected?.priceMinor ?? line.priceMinor
  const quantity = line.corrected?.quantity ?? line.quantity
  const fulfilment = order.byAmazon ? -Math.round(line.product.priceMinor * 0.09 + 100 * quantity * 0.4) : 0
  return [
    {
      name: 'Sales',
      parts: [
        { name: 'ProductCharges', minor: price },
        { name: 'Shipping', minor: line.shippingMinor },
        { name: 'PromotionRebates', minor: -line.promotionMinor },
        { name: 'Tax', minor: line.taxMinor },
      ],
    },
    {
      name: 'Expenses',
      parts: [
        {
          name: 'AmazonFees',
          parts: [
            { name: 'Commission', minor: -Math.round(price * 0.15) },
            { name: 'FBAPerUnitFulfillmentFee', minor: fulfilment },
          ],
        },
        { name: 'MarketplaceWithheldTax', minor: -line.taxMinor },
      ],
    },
  ]
}

function refunded(line: OrderLine): AmountPart[] {
  const price = line.corrected?.priceMinor ?? line.priceMinor
  return [
    { name: 'Sales', parts: [{ name: 'ProductCharges', minor: -price }] },
    {
      name: 'Expenses',
      parts: [
        {
          name: 'AmazonFees',
          parts: [
            { name: 'Commission', minor: Math.round(price * 0.15) },
            { name: 'RefundCommission', minor: -Math.round(price * 0.03) },
          ],
        },
      ],
    },
  ]
}

/** The transaction's own breakdown: the same names over all its items. */
function sumParts(items: readonly TransactionItem[]): AmountPart[] {
  const names = [...new Set(items.flatMap((item) => item.parts.map((part) => part.name)))]
  return names.map((name) => ({ name, minor: totalOf(items.flatMap((item) => item.parts.filter((part) => part.name === name))) }))
}
