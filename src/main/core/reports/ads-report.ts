import type { AdsReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { daysIn, formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { AdsRow, ReportStore } from '../ports/report-store.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'

/** Advertising by day and by campaign; days of the profile's zone. */
export async function readAds(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Promise<AdsReport> {
  const shown = shownDays(coverage)
  const found = (await store.ads(channel.id, range)).filter((row) => shown.has(row.day))
  const rows = daysIn(range)
    .filter((day) => shown.has(day))
    .map((day) => ({ day: formatDay(day), ...figures(found.filter((row) => row.day === day)) }))
  return { ...frameOf(channel, range, coverage), rows, totals: figures(found), campaigns: byCampaign(found) }
}

function byCampaign(rows: readonly AdsRow[]): AdsReport['campaigns'] {
  const groups = Map.groupBy(rows, (row) => row.campaignId)
  return [...groups]
    .map(([campaignId, own]) => ({ campaignId, campaign: own.at(-1)?.campaign ?? campaignId, ...figures(own) }))
    .sort((a, b) => b.costMinor - a.costMinor)
}

function figures(rows: readonly AdsRow[]): AdsReport['totals'] {
  return {
    impressions: sumOf(rows, (row) => row.impressions),
    clicks: sumOf(rows, (row) => row.clicks),
    costMinor: sumOf(rows, (row) => row.costMinor),
    salesMinor: sumOf(rows, (row) => row.salesMinor),
    purchases: sumOf(rows, (row) => row.purchases),
  }
}
