import { DAY_MS, dayBounds, type Day } from '../lib/days.ts'
import { settlementLines } from '../world/settlement-lines.ts'
import { settlementsOf } from '../world/settlements.ts'
import type { Channel, World } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

/** What settled on a day, by the settlements whose files had appeared. What names no marketplace is the first channel's. */
export function settlementsTruth(world: World, channel: Channel, day: Day, asOf: number): TruthDay {
  const { account, marketplace } = channel
  const { startMs, endMs } = dayBounds(day, marketplace.zone)
  const lines = settlementsOf(world, account, startMs, Math.min(asOf + 1, endMs + 16 * DAY_MS))
    .filter((one) => one.currency === marketplace.currency && one.startMs < endMs && one.endMs > startMs)
    .flatMap((one) => settlementLines(one).filter((line) => (line.channel ?? one.channels[0])?.key === channel.key))
    .filter((line) => line.postedMs >= startMs && line.postedMs < endMs)
  return { day, rows: lines.length, moneyMinor: lines.reduce((sum, line) => sum + line.minor, 0) }
}
