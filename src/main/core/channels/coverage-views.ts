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
export async function dayEvidence(ledger: LedgerStore, channel: Channel, day: Day, datasets: readonly DatasetDays[]): Promise<DayEvidenceView> {
  const entries = await Promise.all(
    datasets.map(async ({ dataset, days }) => {
      const own = days.find((one) => one.day === day)
      const receipts = own?.receiptId == null ? [] : await ledger.receipts(channel.id, dataset.id, { from: day, until: addDays(day, 1) }, 'sums')
      return {
        dataset: dataset.id,
        title: dataset.title,
        state: own?.state ?? ('before-start' as const),
        rows: own?.rows ?? 0,
        moneyMinor: own?.moneyMinor ?? null,
        moneyScale: dataset.table.moneyScale === 'currency' ? currencyScale(channel.currency) : dataset.table.moneyScale,
        currency: own?.currency ?? null,
        receiptId: own?.receiptId ?? null,
        fetchedAt: own?.fetchedAt ?? null,
        settlesOn: dayOrNull(own?.settlesOn ?? null),
        fetchableUntil: dayOrNull(own?.fetchableUntil ?? null),
        amazonReportId: receipts[0]?.amazonReportId ?? null,
      }
    }),
  )
  return { channelId: channel.id, day: formatDay(day), datasets: entries }
}
