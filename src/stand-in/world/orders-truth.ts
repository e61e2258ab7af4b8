import type { Day } from '../lib/days.ts'
import { lineStateAt, type Order } from './order.ts'
import { ordersOfDay } from './orders.ts'
import type { Channel } from './world.ts'

/** What the orders of one day add up to at an instant. Money in the marketplace's minor units. */
export type OrdersTruth = {
  readonly day: Day
  /** Lines a by-order-date file shows. */
  readonly rows: number
  /** Orders with at least one line that is not cancelled. */
  readonly orders: number
  readonly units: number
  /** Lines that are not cancelled. */
  readonly lines: number
  readonly moneyMinor: number
  /** Lines that are not cancelled and whose price is still blank. */
  readonly unknownPrices: number
}

export function ordersTruth(channel: Channel, day: Day, asOf: number): OrdersTruth {
  return sumOrders(day, ordersOfDay(channel, day), asOf)
}

/** The same sums over any orders, e.g. those of a few hours or of one article. */
export function sumOrders(day: Day, orders: readonly Order[], asOf: number, sku?: string): OrdersTruth {
  const sum = { day, rows: 0, orders: 0, units: 0, lines: 0, moneyMinor: 0, unknownPrices: 0 }
  for (const order of orders) {
    const before = sum.lines
    for (const line of order.lines) {
      const state = sku === undefined || line.product.sku === sku ? lineStateAt(order, line, asOf) : undefined
      if (state === undefined) continue
      sum.rows += 1
      if (state.status === 'Cancelled') continue
      sum.lines += 1
      sum.units += state.quantity
      sum.moneyMinor += state.priceMinor ?? 0
      sum.unknownPrices += state.priceMinor === undefined ? 1 : 0
    }
    if (sum.lines > before) sum.orders += 1
  }
  return sum
}
