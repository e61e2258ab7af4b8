import type { Day } from '../lib/days.ts'
import { economicsDay, feesMinor, type EconomicsRow } from '../world/economics.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

export function economicsTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const rows = economicsDay(channel, day, asOf) ?? []
  const sum = (pick: (row: EconomicsRow) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum((row) => row.orderedMinor - row.refundedMinor),
    units: sum((row) => row.units),
    fees: sum(feesMinor),
    ads: sum((row) => row.adsMinor),
    costs: sum((row) => (row.unitCostMinor ?? 0) * (row.units - row.refundedUnits)),
    proceeds: sum((row) => row.proceedsMinor),
  }
}
