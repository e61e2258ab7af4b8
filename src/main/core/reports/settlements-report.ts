import type { SettlementsReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt, startOfEpochDay } from '../../../shared/lib/zone.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { frameOf, sumOf } from './frame.ts'

/**
 * Payouts whose period touches the range. A payout is shown whole: its file was taken whole, whatever its border days wait for.
 * One that began before the first wanted day is left out: older lines may have been deleted, and part of a payout is no payout.
 */
export async function readSettlements(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Promise<SettlementsReport> {
  const startsAt = startOfEpochDay(range.from, channel.zone)
  const endsAt = startOfEpochDay(range.until, channel.zone)
  const found = await store.settlements(channel.id, { startsAt, endsAt })
  const rows = found.filter((row) => epochDayAt(row.startsAt, channel.zone) >= channel.wantedFrom)
  return {
    ...frameOf(channel, range, coverage),
    rows: rows.map((row) => ({
      settlement: row.settlement,
      from: dayAt(row.startsAt, channel.zone),
      to: dayAt(row.endsAt, channel.zone),
      paidOn: row.paidAt === null ? null : dayAt(row.paidAt, channel.zone),
      totalMinor: row.totalMinor,
      ownMinor: row.ownMinor,
      lines: row.lines,
    })),
    totals: { settlements: rows.length, ownMinor: sumOf(rows, (row) => row.ownMinor) },
  }
}

function dayAt(at: Instant, zone: string): string {
  return formatDay(brand<Day>(epochDayAt(at, zone)))
}
