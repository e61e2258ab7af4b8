import type { Database } from 'better-sqlite3'
import type { Rollup } from '../../../datasets/table.ts'
import type { DaySpan } from './held-days.ts'
import { plainName, type TablePlan } from './table-plan.ts'

/** Makes the roll-ups of a span of days anew from the rows, in the caller's transaction. */
export function rebuildRollups(db: Database, plan: TablePlan, span: DaySpan): void {
  for (const rollup of plan.dataset.table.rollups) {
    const names = Object.keys(rollup.select).map(plainName)
    db.prepare(`DELETE FROM ${plainName(rollup.name)} WHERE channel_id = ? AND day >= ? AND day < ?`).run(
      span.channelId,
      span.from,
      span.until,
    )
    db.prepare(`INSERT INTO ${rollup.name} (channel_id, day, ${names.join(', ')}) ${fromRows(plan, rollup)}`).run(
      span.channelId,
      span.from,
      span.until,
    )
  }
}

/** Days of a span whose roll-ups differ from their rows. */
export function rollupFaults(db: Database, plan: TablePlan, span: DaySpan): ReadonlySet<number> {
  const faults = new Set<number>()
  for (const rollup of plan.dataset.table.rollups) {
    const base = fromRows(plan, rollup)
    const kept = `SELECT channel_id, day, ${Object.keys(rollup.select).map(plainName).join(', ')} FROM ${plainName(rollup.name)} WHERE channel_id = ? AND day >= ? AND day < ?`
    const places = [span.channelId, span.from, span.until]
    const differing = db.prepare(
      `SELECT day FROM (SELECT * FROM (${base}) EXCEPT SELECT * FROM (${kept})) UNION SELECT day FROM (SELECT * FROM (${kept}) EXCEPT SELECT * FROM (${base}))`,
    )
    for (const day of differing.pluck().all(...places, ...places, ...places, ...places)) faults.add(Number(day))
  }
  return faults
}

function fromRows(plan: TablePlan, rollup: Rollup): string {
  return `SELECT channel_id, day, ${Object.values(rollup.select).join(', ')} FROM ${plan.table} WHERE channel_id = ? AND day >= ? AND day < ? GROUP BY channel_id, day`
}
