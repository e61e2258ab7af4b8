import type { CoverageView, DayEvidenceView } from '../../../shared/contract/views/channel-detail.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { freshTo } from '../../../shared/domain/freshness.ts'
import { currencyScale } from '../../../shared/domain/money.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { dayOrNull } from './channel-facts.ts'

export interface DatasetDays {
  readonly dataset: Dataset
  readonly days: readonly CoverageDay[]
}

/** The coverage calendar of one channel; pure. */
export function coverageView(channel: Channel, range: DayInterval, datasets: readonly DatasetDays[]): CoverageView {
  return {
    channelId: channel.id,
    country: channel.country,
    zone: channel.zone,
    from: formatDay(range.from),
    to: formatDay(addDays(range.until, -1)),
    datasets: datasets.map(({ dataset, days }) => ({
      dataset: dataset.id,
      title: dataset.title,
      family: dataset.family,
      freshTo: dayOrNull(freshTo(days)),
      days: days.map((day) => day.state),
    })),
  }
}

/** What proves one day, dataset by dataset. */
export async function dayEvidence(
  ledger: LedgerStore,
  channel: Channel,
  day: Day,
  datasets: readonly DatasetDays[],
): Promise<DayEvidenceView> {
  const entries = await Promise.all(
    datasets.map(async ({ dataset, days }) => {
      const own = days.find((one) => one.day === day)
      return own ? [await evidenceOf(ledger, channel, dataset, own)] : []
    }),
  )
  return { channelId: channel.id, day: formatDay(day), datasets: entries.flat() }
}

async function evidenceOf(
  ledger: LedgerStore,
  channel: Channel,
  dataset: Dataset,
  own: CoverageDay,
): Promise<DayEvidenceView['datasets'][number]> {
  const day = { from: own.day, until: addDays(own.day, 1) }
  const [receipt] = own.receiptId === null ? [] : await ledger.receipts(channel.id, dataset.id, day, 'sums')
  const { state, rows, moneyMinor, currency, receiptId, fetchedAt } = own
  return {
    dataset: dataset.id,
    title: dataset.title,
    state,
    rows,
    moneyMinor,
    moneyScale: dataset.table.moneyScale === 'currency' ? currencyScale(channel.currency) : dataset.table.moneyScale,
    currency,
    receiptId,
    fetchedAt,
    settlesOn: dayOrNull(own.settlesOn),
    fetchableUntil: dayOrNull(own.fetchableUntil),
    amazonReportId: receipt?.amazonReportId ?? null,
  }
}
