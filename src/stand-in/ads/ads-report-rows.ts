import type { Core } from '../core.ts'
import { daysFromTo } from '../lib/days.ts'
import { decimalNumber } from '../lib/money.ts'
import type { AdsReportRow } from '../state.ts'
import { adsDay, type AdsDay, type AdsWindows } from '../world/ads-days.ts'
import { channelOfProfile } from './profiles.ts'

/** The rows of a report as the world stood when it was finished, with the asked columns only. */
export function adsReportRows(core: Core, report: AdsReportRow): Record<string, unknown>[] {
  const channel = channelOfProfile(core.world, report.profileId)
  if (channel === undefined) return []
  const { currency } = channel.marketplace
  return daysFromTo(report.startDate, report.endDate)
    .flatMap((day) => adsDay(channel, day, report.endsAt))
    .map((row) => {
      const all = allColumns(row, currency)
      return Object.fromEntries(report.columns.map((name) => [name, all[name] ?? null]))
    })
}

function allColumns(row: AdsDay, currency: string): Record<string, unknown> {
  const money = (minor: number): number => decimalNumber(minor, currency)
  return {
    date: row.day,
    campaignId: row.campaign.id,
    campaignName: row.campaign.name,
    campaignStatus: row.campaign.status,
    campaignBudgetAmount: money(row.campaign.dailyBudgetMinor),
    campaignBudgetType: 'DAILY_BUDGET',
    campaignBudgetCurrencyCode: currency,
    campaignBiddingStrategy: 'LEGACY',
    impressions: row.impressions,
    clicks: row.clicks,
    cost: money(row.costMinor),
    spend: money(row.costMinor),
    costPerClick: row.clicks === 0 ? null : money(Math.round(row.costMinor / row.clicks)),
    clickThroughRate: row.impressions === 0 ? null : (row.clicks / row.impressions) * 100,
    ...suffixed('purchases', row.purchases, (count) => count),
    ...suffixed('purchasesSameSku', row.purchases, (count) => Math.floor(count * 0.8)),
    ...suffixed('unitsSoldClicks', row.units, (count) => count),
    ...suffixed('unitsSoldSameSku', row.units, (count) => Math.floor(count * 0.8)),
    ...suffixed('sales', row.salesMinor, money),
    ...suffixed('attributedSalesSameSku', row.salesMinor, (minor) => money(Math.floor(minor * 0.8))),
  }
}

function suffixed(name: string, windows: AdsWindows, show: (value: number) => number): Record<string, number> {
  return {
    [`${name}1d`]: show(windows.d1),
    [`${name}7d`]: show(windows.d7),
    [`${name}14d`]: show(windows.d14),
    [`${name}30d`]: show(windows.d30),
  }
}
