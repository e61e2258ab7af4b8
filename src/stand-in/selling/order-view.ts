import { isoSeconds } from '../lib/instants.ts'
import { decimalText } from '../lib/money.ts'
import { hashOf } from '../lib/random.ts'
import { lastChangedAt, lineStateAt, type Order, type OrderLine } from '../world/order.ts'
import type { Channel } from '../world/world.ts'

type View = { readonly asOf: number; readonly included: readonly string[] }

export const STATUSES: readonly string[] = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
]
export const INCLUDED: readonly string[] = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
  'FULFILLMENT_ORDERS',
]

/** An order stands as long as one of its articles does. */
export function orderStatus(order: Order, asOf: number): string {
  const states = order.lines.map((line) => lineStateAt(order, line, asOf)?.status)
  return (states.find((status) => status !== undefined && status !== 'Cancelled') ?? 'Cancelled').toUpperCase()
}

/** What is undefined is left out of the JSON. The buyer is told to whom asks. */
export function describeOrder(channel: Channel, order: Order, view: View): Record<string, unknown> {
  const { marketplace } = channel
  return {
    orderId: order.id,
    createdTime: isoSeconds(order.purchasedMs),
    lastUpdatedTime: isoSeconds(lastChangedAt(order, view.asOf)),
    salesChannel: { channelName: 'AMAZON', marketplaceId: marketplace.id, marketplaceName: marketplace.domain },
    buyer: view.included.includes('BUYER') ? { buyerName: `Kim Planted-${order.id}` } : undefined,
    fulfillment: view.included.includes('FULFILLMENT')
      ? { fulfillmentStatus: orderStatus(order, view.asOf), fulfilledBy: order.byAmazon ? 'AMAZON' : 'MERCHANT' }
      : undefined,
    orderItems: order.lines.map((line, index) => describeItem(channel, order, { line, index, view })),
  }
}

function describeItem(
  { marketplace: { currency } }: Channel,
  order: Order,
  { line, index, view }: { readonly line: OrderLine; readonly index: number; readonly view: View },
): Record<string, unknown> {
  const state = lineStateAt(order, line, view.asOf)
  const price = state?.priceMinor
  const amount = (minor: number) => ({ amount: decimalText(minor, currency), currencyCode: currency })
  const hasProceeds = view.included.includes('PROCEEDS') && price !== undefined
  return {
    orderItemId: String(10_000_000_000 + hashOf(`item ${order.id} ${index}`)),
    quantityOrdered: state?.quantity ?? 0,
    product: { asin: line.product.asin, title: line.product.title, sellerSku: line.product.sku },
    proceeds: hasProceeds
      ? {
          proceedsTotal: amount(price + line.taxMinor),
          breakdowns: [
            { type: 'ITEM', subtotal: amount(price) },
            { type: 'TAX', subtotal: amount(line.taxMinor) },
          ],
        }
      : undefined,
  }
}
