import { daysTouched, DAY_MS } from '../lib/days.ts'
import { ORDERS_BY_UPDATE } from '../selling/report-types.ts'
import type { ReportRow } from '../state.ts'
import { lastChangedAt, type Order } from '../world/order.ts'
import { ORDER_SETTLES_MS, ordersOfDay } from '../world/orders.ts'
import type { Channel, World } from '../world/world.ts'

export type ReportedOrder = { readonly channel: Channel; readonly order: Order }

/** The half-open run of instants an order file covers. */
export function orderSpan(row: ReportRow): { startMs: number; endMs: number } {
  const endMs = Math.min(row.endMs ?? row.createdAt, row.createdAt)
  return { startMs: row.startMs ?? endMs - DAY_MS, endMs: row.endMs ?? endMs }
}

/** The orders of an order file, as the world stood when the report was finished. */
export function reportedOrders(world: World, row: ReportRow): ReportedOrder[] {
  const asOf = row.endsAt
  const { startMs, endMs } = orderSpan(row)
  const byUpdate = row.type === ORDERS_BY_UPDATE
  const instantOf = (order: Order): number => (byUpdate ? lastChangedAt(order, asOf) : order.purchasedMs)
  const firstMs = byUpdate ? startMs - ORDER_SETTLES_MS : startMs
  return row.marketplaceIds.flatMap((id) => {
    const channel = world.channel(row.accountId, id)
    if (channel === undefined) return []
    return daysTouched(firstMs, Math.min(endMs, asOf), channel.marketplace.zone)
      .flatMap((day) => ordersOfDay(channel, day))
      .filter((order) => order.purchasedMs <= asOf && instantOf(order) >= startMs && instantOf(order) < endMs)
      .map((order) => ({ channel, order }))
  })
}
