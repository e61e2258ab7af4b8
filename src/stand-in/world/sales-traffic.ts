import { dayBounds, DAY_MS, type Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import { demandOn } from './demand.ts'
import { lineStateAt } from './order.ts'
import { ordersOfDay } from './orders.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** One article on one day, as sales and traffic show it. Money in minor units. */
export type ProductDay = {
  readonly product: Product
  readonly units: number
  readonly items: number
  readonly orders: number
  readonly moneyMinor: number
  readonly shippedUnits: number
  readonly shippedOrders: number
  readonly shippedMinor: number
  readonly refundedUnits: number
  readonly browserViews: number
  readonly appViews: number
  readonly browserSessions: number
  readonly appSessions: number
  /** Share of views with the buy box, in percent. */
  readonly buyBox: number
}

/** A day is published a day after its end; returns are counted for five weeks. */
const PUBLISHED_AFTER_MS = DAY_MS
const RETURNS_MS = 35 * DAY_MS

/** Every article with an order or a visit on a day, as of an instant; null while the day is not published. */
export function salesTrafficDay(channel: Channel, day: Day, asOf: number): readonly ProductDay[] | null {
  const ageMs = asOf - dayBounds(day, channel.marketplace.zone).endMs
  if (ageMs < PUBLISHED_AFTER_MS || day < channel.openedOn) return null
  const sold = soldBySku(channel, day, asOf)
  const demand = demandOn(channel, day) * channel.ordersPerDay
  return channel.products.flatMap((product) => {
    if (product.listedOn > day) return []
    const draw = drawFor(channel.seed, channel.key, 'traffic', product.asin, day)
    const sales = sold.get(product.sku) ?? NOTHING
    const sessions = Math.floor(demand * product.share * (6 + draw() * 8)) + sales.units
    const returns = draw() < 0.05 ? sales.shippedUnits * Math.min(1, ageMs / RETURNS_MS) : 0
    const app = Math.floor(sessions * (0.3 + draw() * 0.2))
    const perVisit = 1.1 + draw() * 0.6
    const buyBox = Math.round((82 + draw() * 18) * 100) / 100
    if (sessions === 0) return []
    return [
      {
        product,
        ...sales,
        refundedUnits: Math.floor(returns),
        browserSessions: sessions - app,
        appSessions: app,
        browserViews: Math.floor((sessions - app) * perVisit),
        appViews: Math.floor(app * perVisit),
        buyBox,
      },
    ]
  })
}

type Sold = Pick<ProductDay, 'units' | 'items' | 'orders' | 'moneyMinor' | 'shippedUnits' | 'shippedOrders' | 'shippedMinor'>
const NOTHING: Sold = { units: 0, items: 0, orders: 0, moneyMinor: 0, shippedUnits: 0, shippedOrders: 0, shippedMinor: 0 }

function soldBySku(channel: Channel, day: Day, asOf: number): ReadonlyMap<string, Sold> {
  const sold = new Map<string, Sold>()
  for (const order of ordersOfDay(channel, day)) {
    for (const line of order.lines) {
      const state = lineStateAt(order, line, asOf)
      if (state === undefined || state.status === 'Cancelled') continue
      const before = sold.get(line.product.sku) ?? NOTHING
      const priceMinor = state.priceMinor ?? 0
      const isShipped = state.status === 'Shipped'
      sold.set(line.product.sku, {
        units: before.units + state.quantity,
        items: before.items + 1,
        orders: before.orders + 1,
        moneyMinor: before.moneyMinor + priceMinor,
        shippedUnits: before.shippedUnits + (isShipped ? state.quantity : 0),
        shippedOrders: before.shippedOrders + (isShipped ? 1 : 0),
        shippedMinor: before.shippedMinor + (isShipped ? priceMinor : 0),
      })
    }
  }
  return sold
}
