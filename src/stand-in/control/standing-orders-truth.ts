import type { Day } from '../lib/days.ts'
import { lineStateAt } from '../world/order.ts'
import { ordersOfDay } from '../world/orders.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

/** Orders not withdrawn whole; their money counts where every standing article has a price. */
export function standingOrdersTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const standing = ordersOfDay(channel, day)
    .map((order) => order.lines.flatMap((line) => lineStateAt(order, line, asOf) ?? []).filter((state) => state.status !== 'Cancelled'))
    .filter((states) => states.length > 0)
  const known = standing.filter((states) => states.every((state) => state.priceMinor !== undefined))
  return {
    day,
    rows: standing.length,
    units: standing.flat().reduce((sum, state) => sum + state.quantity, 0),
    moneyMinor: known.flat().reduce((sum, state) => sum + (state.priceMinor ?? 0), 0),
    unknown: standing.length - known.length,
  }
}
