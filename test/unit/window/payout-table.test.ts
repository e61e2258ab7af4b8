import { expect, test } from 'vitest'
import { missingPayouts, newestFirst, openPayouts, payoutCells, payoutColumns } from '../../../src/renderer/screens/reports/payout-table.ts'
import { createWords } from '../../../src/renderer/screens/common/words.ts'
import type { SettlementsReport } from '../../../src/shared/contract/views/reports.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { days, NOW } from './fixtures.ts'

const words = createWords({ locale: 'en-GB', zone: 'Europe/London' }, NOW)
const payout = {
  settlement: '100',
  from: '2026-08-01',
  to: '2026-08-15',
  paidOn: '2026-08-17',
  totalMinor: 812_340,
  ownMinor: 790_000,
  lines: 1204,
}
const report: SettlementsReport = {
  channelId: brand<ChannelId>(1),
  from: '2026-08-01',
  to: '2026-08-10',
  zone: 'America/Toronto',
  currency: 'CAD',
  moneyScale: 2,
  asOf: NOW,
  days: days('2s 2x 3f 3n'),
  missingDays: ['2026-08-03', '2026-08-04', '2026-08-05', '2026-08-06', '2026-08-07'],
  settlingDays: [],
  rows: [payout, { ...payout, settlement: '101', from: '2026-08-15', to: '2026-08-29', paidOn: null, totalMinor: -5_010, ownMinor: 0 }],
  totals: { settlements: 2, ownMinor: 790_000 },
}

const plain = (cell: unknown): string => (typeof cell === 'string' ? cell.replace(/\s/g, ' ') : '')

test('the newest payout stands first, each figure with its currency, and an unknown deposit date is a dash', () => {
  const written = newestFirst(report.rows).map((row) => payoutColumns(report, words).map((column) => plain(column.cell(row))))
  expect(written).toEqual([
    ['15 to 29 Aug', '–', '−CAD 50.10', 'CAD 0.00', '1,204'],
    ['1 to 15 Aug', '17 Aug', 'CAD 8,123.40', 'CAD 7,900.00', '1,204'],
  ])
})

test('a copied payout has plain figures, and nothing where the deposit date is unknown', () => {
  expect(payoutCells(newestFirst(report.rows), report.moneyScale)).toEqual([
    ['101', '2026-08-15', '2026-08-29', null, -50.1, 0, 1204],
    ['100', '2026-08-01', '2026-08-15', '2026-08-17', 8123.4, 7900, 1204],
  ])
})

test('days that can be fetched, days that are lost and days no payout is due for are told apart', () => {
  expect(missingPayouts(report, words)).toEqual([
    '5 Aug, 6 Aug, 7 Aug missing, still to be fetched',
    '3 Aug, 4 Aug cannot be had any more: Amazon lists payouts for 90 days',
  ])
  expect(openPayouts(report, words)).toBe('8 Aug, 9 Aug, 10 Aug not in a closed payout yet')
  const whole = { ...report, days: days('10s') }
  expect([missingPayouts(whole, words), openPayouts(whole, words)]).toEqual([[], null])
})
