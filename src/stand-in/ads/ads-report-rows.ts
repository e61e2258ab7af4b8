import type { Core } from '../core.ts'
import { daysFromTo } from '../lib/days.ts'
import { decimalNumber } from '../lib/money.ts'
import type { AdsReportRow } from '../state.ts'
import type { AdsDay, AdsWindows } from '../world/ads-days.ts'
import type { AdsPart } from '../world/ads-parts.ts'
import type { Channel } from '../world/world.ts'
import { reportTypeOf, rowsOf, type AdsReportType } from './ads-report-types.ts'
import { channelOfProfile } from './profiles.ts'

type Row = AdsDay & Partial<AdsPart>
type Money = (minor: number) => number

/** The rows of a report as the world stood when it was finished, with the asked columns only. */
export function adsReportRows(core: Pick<Core, 'world'>, report: AdsReportRow): Record<string, unknown>[] {
  const channel = channelOfProfile(core.world, report.profileId)
  const type = reportTypeOf(report.configuration)
  if (channel === undefined || type === undefined) return []
  return daysFromTo(report.startDate, report.endDate)
    .flatMap((day) => rowsOf(type, channel, day, report.endsAt))
    .map((row) => {
      const all = allColumns(row, type, channel)
      return Object.fromEntries(report.columns.map((name) => [name, all[name] ?? null]))
    })
}

function allColumns(row: Row, type: AdsReportType, channel: Channel): Record<string, unknown> {
  const { currency } = channel.marketplace
  const money: Money = (minor) => decimalNumber(minor, currency)
  return {
    ...campaignColumns(row, money, currency),
    ...partColumns(row, channel),
    ...(type.product === 'SPONSORED_PRODUCTS' ? clickColumns(row, money) : viewColumns(row, money)),
  }
}

function campaignColumns(row: Row, money: Money, currency: string): Record<string, unknown> {
  return {
    date: row.day,
    campaignId: row.campaign.id,
    campaignName: row.campaign.name,
    campaignStatus: row.campaign.status,
    campaignBudgetAmount: money(row.campaign.dailyBudgetMinor),
    campaignBudgetType: 'DAILY_BUDGET',
    campaignBudgetCurrencyCode: currency,
    campaignBiddingStrategy: 'LEGACY',
    costType: 'CPC',
    impressions: row.impressions,
    clicks: row.clicks,
    cost: money(row.costMinor),
    spend: money(row.costMinor),
    costPerClick: row.clicks === 0 ? null : money(Math.round(row.costMinor / row.clicks)),
    clickThroughRate: row.impressions === 0 ? null : (row.clicks / row.impressions) * 100,
  }
}

function partColumns(row: Row, channel: Channel): Record<string, unknown> {
  return {
    adGroupId: row.adGroup?.id,
    adGroupName: row.adGroup?.name,
    searchTerm: row.term,
    ...productColumns(row, channel),
    ...targetColumns(row),
  }
}

/** Vendors advertise ASINs; their rows carry no SKU. */
function productColumns({ id, product }: Row, channel: Channel): Record<string, unknown> {
  const sku = channel.account.kind === 'vendor' ? null : product?.sku
  return { adId: id, advertisedAsin: product?.asin, advertisedSku: sku, promotedAsin: product?.asin, promotedSku: sku }
}

function targetColumns({ id, target }: Row): Record<string, unknown> {
  const { text, matchType } = target ?? { text: null, matchType: null }
  return {
    keywordId: id,
    keyword: text,
    keywordText: text,
    keywordType: matchType,
    matchType,
    targeting: text,
    targetingId: id,
    targetingText: text,
    targetingExpression: text,
  }
}

function clickColumns(row: Row, money: Money): Record<string, number> {
  return {
    ...suffixed('purchases', row.purchases, (count) => count),
    ...suffixed('purchasesSameSku', row.purchases, (count) => Math.floor(count * 0.8)),
    ...suffixed('unitsSoldClicks', row.units, (count) => count),
    ...suffixed('unitsSoldSameSku', row.units, (count) => Math.floor(count * 0.8)),
    ...suffixed('sales', row.salesMinor, money),
    ...suffixed('attributedSalesSameSku', row.salesMinor, (minor) => money(Math.floor(minor * 0.8))),
  }
}

function viewColumns(row: Row, money: Money): Record<string, number> {
  return {
    purchases: row.viewed.purchases,
    purchasesClicks: row.purchases.d14,
    unitsSold: row.viewed.units,
    unitsSoldClicks: row.units.d14,
    sales: money(row.viewed.salesMinor),
    salesClicks: money(row.salesMinor.d14),
    impressionsViews: Math.floor(row.impressions * 0.6),
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
