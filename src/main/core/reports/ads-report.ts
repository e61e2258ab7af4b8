import type { AdsReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import { AD_PRODUCTS } from '../../../shared/domain/ad-product.ts'
import { channelFor } from '../../../shared/domain/channel-days.ts'
import { daysIn, formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { AdsRow, ReportStore } from '../ports/report-store.ts'
import { countedRows, mergeAdsCoverage, missingDaysOf, type AdsCoverage } from './ads-coverage.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'

/**
 * Advertising by day, product and campaign; days of the profile's zone. A day that one product lacks is shown with what
 * the others spent, and is named as missing; the totals are the sum of the days, of the products and of the campaigns.
 */
export async function readAds(store: ReportStore, channel: Channel, range: DayInterval, coverage: AdsCoverage): Promise<AdsReport> {
  const shown = new Set(AD_PRODUCTS.flatMap((product) => [...shownDays(coverage[product])]))
  const found = countedRows(await store.ads(channel.id, range), coverage)
  const byDay = Map.groupBy(found, (row) => row.day)
  const rows = daysIn(range)
    .filter((day) => shown.has(day))
    .map((day) => ({ day: formatDay(day), ...figures(byDay.get(day) ?? []) }))
  return {
    ...frameOf(channelFor(channel, { family: 'advertising' }), range, mergeAdsCoverage(coverage)),
    rows,
    totals: figures(found),
    products: byProduct(found, coverage),
    campaigns: byCampaign(found),
  }
}

/** Products that are used here. */
function byProduct(rows: readonly AdsRow[], coverage: AdsCoverage): AdsReport['products'] {
  return AD_PRODUCTS.filter((product) => coverage[product].length > 0).map((adProduct) => ({
    adProduct,
    ...figures(rows.filter((row) => row.adProduct === adProduct)),
    missingDays: missingDaysOf(coverage[adProduct]),
  }))
}

function byCampaign(rows: readonly AdsRow[]): AdsReport['campaigns'] {
  const groups = Map.groupBy(rows, (row) => `${row.adProduct}/${row.campaignId}`)
  return [...groups.values()]
    .flatMap((own) => {
      const newest = own.at(-1)
      return newest ? [{ campaignId: newest.campaignId, campaign: newest.campaign, adProduct: newest.adProduct, ...figures(own) }] : []
    })
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
