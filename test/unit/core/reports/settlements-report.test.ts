import { expect, test } from 'vitest'
import { readSettlements } from '../../../../src/main/core/reports/settlements-report.ts'
import type { ReportStore } from '../../../../src/main/core/ports/report-store.ts'
import type { Channel } from '../../../../src/shared/domain/account.ts'
import { interval, parseDay, type Day } from '../../../../src/shared/domain/day.ts'
import { startOfEpochDay } from '../../../../src/shared/lib/zone.ts'

const zone = 'Europe/Berlin'
const at = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const payout = (settlement: string, from: string, to: string, lines: number) => ({
  settlement,
  startsAt: startOfEpochDay(at(from), zone) + 1,
  endsAt: startOfEpochDay(at(to), zone) + 1,
  paidAt: null,
  totalMinor: 500,
  ownMinor: lines * 100,
  lines,
})
/** Figures before August were deleted: the first payout lost all of its lines, the second some. */
const kept = [
  payout('3', '2026-08-15', '2026-08-29', 5),
  payout('2', '2026-07-25', '2026-08-15', 2),
  payout('1', '2026-07-01', '2026-07-25', 0),
]
const store = { settlements: async () => kept } as unknown as ReportStore
const channel = { zone, currency: 'EUR', wantedFrom: at('2026-08-01') } as Channel

test('payouts whose older lines were deleted are left out: nothing kept of them is no payout of nothing', async () => {
  const report = await readSettlements(store, channel, interval(at('2026-07-01'), at('2026-09-01')), [])
  expect(report.rows.map((row) => [row.settlement, row.paidOn, row.ownMinor])).toEqual([['3', null, 500]])
  expect(report.totals).toEqual({ settlements: 1, ownMinor: 500 })
})
