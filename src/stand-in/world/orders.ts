import { dayBounds, DAY_MS, HOUR_MS, MINUTE_MS, type Day } from '../lib/days.ts'
import { rememberLists } from '../lib/memory.ts'
import { digits, drawFor, wholeBetween, type Draw } from '../lib/random.ts'
import { orderCountOn } from './demand.ts'
import type { Order, OrderLine } from './order.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** Nothing about an order changes later than this after its purchase. */
export const ORDER_SETTLES_MS = 14 * DAY_MS

const remember = rememberLists<Order>(250_000)

/** Every order bought on a calendar day of the marketplace, earliest first. A pure function of seed, channel and day. */
export function ordersOfDay(channel: Channel, day: Day): readonly Order[] {
  return remember(`${channel.seed}|${channel.key}|${channel.ordersPerDay}|${day}`, () => drawOrders(channel, day))
}

function drawOrders(channel: Channel, day: Day): readonly Order[] {
  const bounds = dayBounds(day, channel.marketplace.zone)
  const orders: Order[] = []
  const count = orderCountOn(channel, day)
  for (let index = 0; index < count; index += 1) {
    const draw = drawFor(channel.seed, channel.key, 'order', day, index)
    const purchasedMs = bounds.startMs + Math.floor((draw() * (bounds.endMs - bounds.startMs)) / 1000) * 1000
    orders.push(drawOrder(channel, draw, purchasedMs, day))
  }
  return orders.toSorted((a, b) => a.purchasedMs - b.purchasedMs)
}

function drawOrder(channel: Channel, draw: Draw, purchasedMs: number, day: Day): Order {
  const id = `${wholeBetween(draw, 100, 499)}-${digits(draw, 7)}-${digits(draw, 7)}`
  const slow = draw() < 0.06
  const confirmedMs = purchasedMs + wholeSeconds(slow ? 6 * HOUR_MS + draw() * 8 * DAY_MS : MINUTE_MS + draw() * 39 * MINUTE_MS)
  const shippedMs = confirmedMs + wholeSeconds(4 * HOUR_MS + draw() * 2 * DAY_MS)
  const withdrawnMs = cancellation(draw, slow, purchasedMs, confirmedMs, shippedMs)
  const choices = channel.products.filter((product) => product.listedOn <= day)
  const lines = drawLines(draw, choices).map((line) => finishLine(draw, line, confirmedMs, withdrawnMs))
  return { id, purchasedMs, confirmedMs, shippedMs, byAmazon: draw() < 0.74, business: draw() < 0.08, lines: repeatOne(draw, lines) }
}

/** Slow payments fail often and before they are confirmed; a few orders are called back before they leave. */
function cancellation(draw: Draw, slow: boolean, purchasedMs: number, confirmedMs: number, shippedMs: number): number | undefined {
  const dice = draw()
  if (slow) return dice < 0.4 ? confirmedMs - wholeSeconds((confirmedMs - purchasedMs) * 0.1) : undefined
  return dice < 0.022 ? confirmedMs + wholeSeconds((shippedMs - confirmedMs) * 0.5) : undefined
}

function drawLines(draw: Draw, choices: readonly Product[]): OrderLine[] {
  const dice = draw()
  const count = dice < 0.82 ? 1 : dice < 0.96 ? 2 : 3
  const seen = new Set<string>()
  const lines: OrderLine[] = []
  for (let index = 0; index < count; index += 1) {
    const product = pickProduct(draw, choices)
    if (product === undefined || seen.has(product.sku)) continue
    seen.add(product.sku)
    lines.push(drawLine(draw, product))
  }
  return lines
}

function pickProduct(draw: Draw, choices: readonly Product[]): Product | undefined {
  let left = draw() * choices.reduce((sum, product) => sum + product.share, 0)
  for (const product of choices) {
    left -= product.share
    if (left <= 0) return product
  }
  return choices.at(-1)
}

function drawLine(draw: Draw, product: Product): OrderLine {
  const dice = draw()
  const quantity = dice < 0.86 ? 1 : dice < 0.96 ? 2 : wholeBetween(draw, 3, 6)
  const priceMinor = product.priceMinor * quantity
  return {
    product,
    quantity,
    priceMinor,
    taxMinor: Math.round(priceMinor * 0.16),
    shippingMinor: draw() < 0.15 ? Math.round(product.priceMinor * 0.08) : 0,
    promotionMinor: draw() < 0.12 ? Math.round(priceMinor * 0.1) : 0,
  }
}

function finishLine(draw: Draw, line: OrderLine, confirmedMs: number, withdrawnMs: number | undefined): OrderLine {
  if (withdrawnMs !== undefined) return { ...line, cancelledMs: withdrawnMs }
  if (draw() < 0.004) return { ...line, cancelledMs: confirmedMs + wholeSeconds(HOUR_MS + draw() * 3 * HOUR_MS) }
  if (line.quantity < 2 || draw() >= 0.1) return line
  const quantity = line.quantity - 1
  const atMs = confirmedMs + wholeSeconds(DAY_MS + draw() * 2 * DAY_MS)
  return { ...line, corrected: { atMs, quantity, priceMinor: line.product.priceMinor * quantity } }
}

/** A few orders name the same article twice, so order number and SKU are no key. */
function repeatOne(draw: Draw, lines: OrderLine[]): OrderLine[] {
  const first = lines[0]
  return first !== undefined && draw() < 0.015 ? [...lines, first] : lines
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
