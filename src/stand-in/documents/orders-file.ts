import type { Core } from '../core.ts'
import { isoZeroOffset } from '../lib/instants.ts'
import { decimalText } from '../lib/money.ts'
import { drawFor } from '../lib/random.ts'
import type { ReportRow } from '../state.ts'
import { lastChangedAt, lineStateAt, type LineState, type Order, type OrderLine } from '../world/order.ts'
import type { Channel } from '../world/world.ts'
import { ORDER_COLUMNS, orderColumnsFor } from './orders-columns.ts'
import { reportedOrders } from './orders-selection.ts'
import { buyerPlace } from './planted-places.ts'
import { writeTable } from './table.ts'

/** The text of an order flat file as Amazon writes it: tab separated, no quoting, one line per ordered article. */
export function ordersFile(core: Core, row: ReportRow): string {
  const unknownStatus = core.faults.look('new-enum', { account: row.accountId, reportType: row.type }) !== undefined
  const lines = reportedOrders(core.world, row).flatMap(({ channel, order }) =>
    order.lines.flatMap((line) => {
      const state = lineStateAt(order, line, row.endsAt)
      if (state === undefined) return []
      const cells = lineCells(channel, order, line, state, row.endsAt)
      return [unknownStatus ? { ...cells, 'order-status': 'Rerouted', 'item-status': 'Rerouted' } : cells]
    }),
  )
  return writeTable(core, row, orderColumnsFor(row.marketplaceIds[0] ?? '', ORDER_COLUMNS), lines)
}

function lineCells(channel: Channel, order: Order, line: OrderLine, state: LineState, asOf: number): Record<string, string> {
  const { currency, domain } = channel.marketplace
  const place = buyerPlace(channel, order.id)
  const draw = drawFor(channel.seed, 'line', order.id, line.product.sku)
  const money = (minor: number): string => (state.priceMinor === undefined || minor === 0 ? '' : decimalText(minor, currency))
  return {
    'amazon-order-id': order.id,
    'merchant-order-id': draw() < 0.5 ? order.id : '',
    'purchase-date': isoZeroOffset(order.purchasedMs),
    'last-updated-date': isoZeroOffset(lastChangedAt(order, asOf)),
    'order-status': orderStatus(order, asOf),
    'fulfillment-channel': order.byAmazon ? 'Amazon' : 'Merchant',
    'sales-channel': domain.replace(/^amazon/, 'Amazon'),
    'order-channel': '',
    'ship-service-level': draw() < 0.3 ? 'Expedited' : 'Standard',
    'product-name': line.product.title,
    sku: line.product.sku,
    asin: line.product.asin,
    'item-status': state.status === 'Pending' ? 'Unshipped' : state.status,
    quantity: String(state.quantity),
    currency: state.priceMinor === undefined ? '' : currency,
    'item-price': state.priceMinor === undefined ? '' : decimalText(state.priceMinor, currency),
    'item-tax': money(line.taxMinor),
    'shipping-price': money(line.shippingMinor),
    'shipping-tax': '',
    'gift-wrap-price': '',
    'gift-wrap-tax': '',
    'item-promotion-discount': money(line.promotionMinor),
    'ship-promotion-discount': '',
    ...place,
    'promotion-ids': line.promotionMinor > 0 ? promotionsOf(draw()) : '',
    'is-business-order': String(order.business),
    'purchase-order-number': '',
    'price-designation': order.business ? 'Business Price' : '',
  }
}

function orderStatus(order: Order, asOf: number): string {
  const states = order.lines.map((line) => lineStateAt(order, line, asOf)?.status)
  return states.find((status) => status !== undefined && status !== 'Cancelled') ?? 'Cancelled'
}

function promotionsOf(dice: number): string {
  return dice < 0.5 ? 'Summer Deal 10%' : 'Coupon-A,Free Shipping 2026'
}
