import { dayBounds, DAY_MS, daysTouched, HOUR_MS, type Day } from '../lib/days.ts'
import { drawFor, letters, wholeBetween } from '../lib/random.ts'
import { demandOn } from './demand.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

export type PurchaseOrder = {
  readonly number: string
  readonly channel: Channel
  readonly createdMs: number
  readonly acknowledgedMs: number
  readonly closedMs: number
  readonly items: readonly { readonly product: Product; readonly cases: number; readonly unitSize: number; readonly costMinor: number }[]
}

/** A purchase order is closed at most this long after it was created. */
const LONGEST_LIFE_MS = 16 * DAY_MS

export function purchaseOrderState(order: PurchaseOrder, asOf: number): 'New' | 'Acknowledged' | 'Closed' {
  if (asOf < order.acknowledgedMs) return 'New'
  return asOf < order.closedMs ? 'Acknowledged' : 'Closed'
}

/** When it last became what it is at `asOf`. */
export function purchaseOrderChangedMs(order: PurchaseOrder, asOf: number): number {
  return Math.max(...[order.createdMs, order.acknowledgedMs, order.closedMs].filter((ms) => ms <= asOf))
}

/** Orders created, or last changed, in the half-open run as of an instant; earliest first. */
export function purchaseOrdersBetween(
  channel: Channel,
  span: { startMs: number; endMs: number },
  asOf: number,
  by: 'created' | 'changed',
): PurchaseOrder[] {
  const firstMs = by === 'created' ? span.startMs : span.startMs - LONGEST_LIFE_MS
  const instantOf = (order: PurchaseOrder): number => (by === 'created' ? order.createdMs : purchaseOrderChangedMs(order, asOf))
  return daysTouched(firstMs, span.endMs, channel.marketplace.zone)
    .flatMap((day) => ordersOn(channel, day))
    .filter((order) => order.createdMs <= asOf && instantOf(order) >= span.startMs && instantOf(order) < span.endMs)
}

function ordersOn(channel: Channel, day: Day): PurchaseOrder[] {
  const draw = drawFor(channel.seed, channel.key, 'purchase orders', day)
  const demand = demandOn(channel, day)
  const count = demand === 0 ? 0 : wholeBetween(draw, 0, 3)
  return Array.from({ length: count }, () => {
    const createdMs = dayBounds(day, channel.marketplace.zone).startMs + wholeBetween(draw, 6 * 60, 20 * 60) * 60_000
    const acknowledgedMs = createdMs + wholeBetween(draw, 4, 40) * HOUR_MS
    const products = channel.products.filter((product) => product.listedOn <= day && draw() < 0.25)
    return {
      number: letters(draw, 8),
      channel,
      createdMs,
      acknowledgedMs,
      closedMs: acknowledgedMs + wholeBetween(draw, 5, 13) * DAY_MS,
      items: (products.length > 0 ? products : channel.products.slice(0, 1)).map((product) => ({
        product,
        cases: Math.max(1, Math.round(demand * channel.ordersPerDay * product.share * (0.5 + draw()))),
        unitSize: 10,
        costMinor: Math.round(product.priceMinor * 0.68),
      })),
    }
  })
}
