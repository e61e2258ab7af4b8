import type { SettlementsReport } from '../../../shared/contract/views/reports.ts'
import { isFetchable } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, parseDay } from '../../../shared/domain/day.ts'
import { moneyText } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { payoutText } from '../../text/payout-text.ts'
import type { Words } from '../common/words.ts'
import { missingText } from './coverage-line.tsx'
import { decimal, type Cell } from './csv.ts'

export type Payout = SettlementsReport['rows'][number]

/** Names of the columns that copying and export give, in the order of `payoutCells`. */
export const PAYOUT_HEAD: readonly string[] = ['settlement', 'from', 'to', 'deposited', 'total', 'this channel', 'lines']

/** The period that ended last stands first. */
export function newestFirst(rows: readonly Payout[]): Payout[] {
  return rows.toSorted((a, b) => b.to.localeCompare(a.to) || b.from.localeCompare(a.from) || a.settlement.localeCompare(b.settlement))
}

export function payoutCells(rows: readonly Payout[], scale: number): Cell[][] {
  return rows.map((row) => [
    row.settlement,
    row.from,
    row.to,
    row.paidOn,
    decimal(row.totalMinor, scale),
    decimal(row.ownMinor, scale),
    row.lines,
  ])
}

export function payoutColumns(report: SettlementsReport, words: Words): DataColumn<Payout>[] {
  const money = (key: string, head: string, of: (row: Payout) => number): DataColumn<Payout> => ({
    key,
    head,
    align: 'right',
    track: 'minmax(150px,1fr)',
    cell: (row) =>
      moneyText({ minor: of(row), scale: report.moneyScale, currency: report.currency }, { locale: words.locale, sign: 'code' }),
    sortBy: of,
  })
  return [
    {
      key: 'period',
      head: 'Period',
      align: 'left',
      track: 'minmax(180px,2fr)',
      cell: (row) => words.range(row.from, row.to),
      sortBy: (row) => row.to,
    },
    {
      key: 'paid',
      head: 'Deposited',
      align: 'left',
      track: 'minmax(110px,1fr)',
      cell: (row) => words.day(row.paidOn),
      sortBy: (row) => row.paidOn,
    },
    money('total', 'Whole payout', (row) => row.totalMinor),
    money('own', 'Of this channel', (row) => row.ownMinor),
    {
      key: 'lines',
      head: 'Lines',
      align: 'right',
      track: '92px',
      cell: (row) => countText(row.lines, words.locale),
      sortBy: (row) => row.lines,
    },
  ]
}

/** Days that no file is due for yet, as a phrase; null where there are none. */
export function openPayouts(report: Pick<SettlementsReport, 'days' | 'from'>, words: Pick<Words, 'day'>): string | null {
  const open = daysWith(report, (state) => state === 'not-due')
  return open.length === 0 ? null : payoutText.notDue(missingText(open, words))
}

/** Days of payouts that are not held, as phrases: those that can still be fetched, and those that are lost. */
export function missingPayouts(report: Pick<SettlementsReport, 'days' | 'from'>, words: Pick<Words, 'day'>): string[] {
  const lost = daysWith(report, (state) => state === 'missing-lost')
  const fetchable = daysWith(report, isFetchable)
  return [
    ...(fetchable.length === 0 ? [] : [payoutText.fetchable(missingText(fetchable, words))]),
    ...(lost.length === 0 ? [] : [payoutText.lost(missingText(lost, words))]),
  ]
}

type State = SettlementsReport['days'][number]

/** `days` are one state a day from `from` on. */
function daysWith({ days, from }: Pick<SettlementsReport, 'days' | 'from'>, fits: (state: State) => boolean): string[] {
  const first = parseDay(from)
  return first === null ? [] : days.flatMap((state, at) => (fits(state) ? [formatDay(addDays(first, at))] : []))
}
