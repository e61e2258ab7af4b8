import type { ProfitReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { daysIn, formatDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { AdsRow, ProfitRow, ReportStore } from '../ports/report-store.ts'
import { countedRows, daysSpentKnown, type AdsCoverage } from './ads-coverage.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'

const SALES = new Set(['sales', 'shipping', 'promotions', 'tax'])
const FEES = new Set(['fees'])
const REFUNDS = new Set(['refunds'])

/** Posted money by day, from sales over refunds and fees to what is left; ads spend stands beside it, not inside Amazon's postings. */
export async function readProfit(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
  ads: AdsCoverage | null,
): Promise<ProfitReport> {
  const [posted, spent] = await Promise.all([store.profit(channel.id, range), ads ? store.ads(channel.id, range) : []])
  const shown = shownDays(coverage)
  const spend = ads ? countedRows(spent, ads) : []
  const adsKnown = ads ? daysSpentKnown(ads) : null
  const rows = daysIn(range)
    .filter((day) => shown.has(day))
    .map((day) => profitDay(day, posted, adsKnown?.has(day) ? spend : null))
  const known = rows.filter((row) => row.adsMinor !== null)
  return {
    ...frameOf(channel, range, coverage),
    rows,
    totals: {
      salesMinor: sumOf(rows, (row) => row.salesMinor),
      refundsMinor: sumOf(rows, (row) => row.refundsMinor),
      feesMinor: sumOf(rows, (row) => row.feesMinor),
      otherMinor: sumOf(rows, (row) => row.otherMinor),
      netMinor: sumOf(rows, (row) => row.netMinor),
      adsMinor: known.length === 0 ? null : sumOf(known, (row) => row.adsMinor ?? 0),
    },
    categories: categoriesOf(posted.filter((row) => shown.has(row.day))),
  }
}

function profitDay(day: Day, posted: readonly ProfitRow[], spend: readonly AdsRow[] | null): ProfitReport['rows'][number] {
  const own = posted.filter((row) => row.day === day)
  const among = (names: ReadonlySet<string>) =>
    sumOf(
      own.filter((row) => names.has(row.category)),
      (row) => row.amountMinor,
    )
  const net = sumOf(own, (row) => row.amountMinor)
  const sales = among(SALES)
  const refunds = among(REFUNDS)
  const fees = among(FEES)
  return {
    day: formatDay(day),
    salesMinor: sales,
    refundsMinor: refunds,
    feesMinor: fees,
    otherMinor: net - sales - refunds - fees,
    netMinor: net,
    adsMinor: spend
      ? sumOf(
          spend.filter((row) => row.day === day),
          (row) => row.costMinor,
        )
      : null,
  }
}

function categoriesOf(posted: readonly ProfitRow[]): ProfitReport['categories'] {
  const sums = new Map<string, number>()
  for (const row of posted) sums.set(row.category, (sums.get(row.category) ?? 0) + row.amountMinor)
  return [...sums].map(([category, amountMinor]) => ({ category, amountMinor }))
}
