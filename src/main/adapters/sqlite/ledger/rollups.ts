import type { Database } from 'better-sqlite3'
import { keptStatement } from '../database/kept-statement.ts'
import type { Cell } from '../../../datasets/document.ts'
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

/** Days of a span whose roll-ups differ from their rows. Both sides are read once and compared here: SQL's EXCEPT would sum the rows four times. */
export function rollupFaults(db: Database, plan: TablePlan, span: DaySpan): ReadonlySet<number> {
  const faults = new Set<number>()
  for (const rollup of plan.dataset.table.rollups) {
    const names = Object.keys(rollup.select).map(plainName)
    const kept = `SELECT channel_id, day, ${names.join(', ')} FROM ${plainName(rollup.name)} WHERE channel_id = ? AND day >= ? AND day < ?`
    const [must, is] = [linesByDay(db, fromRows(plan, rollup), span), linesByDay(db, kept, span)]
    for (const day of new Set([...must.keys(), ...is.keys()])) if (must.get(day) !== is.get(day)) faults.add(day)
  }
  return faults
}

/** A damaged key can give one day two rows, which no sound day has: both count. */
function linesByDay(db: Database, sql: string, span: DaySpan): Map<number, string> {
  const rows = keptStatement<[number, number, number], readonly Cell[]>(db, sql).raw().all(span.channelId, span.from, span.until)
  const lines = new Map<number, string>()
  for (const row of rows) {
    const day = Number(row[1])
    const before = lines.get(day)
    lines.set(day, before === undefined ? row.join('|') : `${before}\n${row.join('|')}`)
  }
  return lines
}

function fromRows(plan: TablePlan, rollup: Rollup): string {
  return `SELECT channel_id, day, ${Object.values(rollup.select).join(', ')} FROM ${plan.table} WHERE channel_id = ? AND day >= ? AND day < ? GROUP BY channel_id, day`
}
