import type { Core } from '../core.ts'
import { daysFromTo, type Day } from '../lib/days.ts'
import type { ReportRow } from '../state.ts'
import { salesTrafficDay, type ProductDay } from '../world/sales-traffic.ts'
import type { Channel } from '../world/world.ts'
import { articleTrafficOf, dayTrafficOf, salesOf } from './sales-traffic-figures.ts'

/** The JSON of a sales and traffic report: a list of days, and one of articles that adds all its days up. */
export function salesTrafficFile(core: Core, row: ReportRow): string {
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  if (channel === undefined || row.startDay === undefined || row.endDay === undefined)
    throw new Error(`report ${row.id} was finished without a channel or days`)
  const days = publishedDays(channel, row.startDay, row.endDay, row.endsAt)
  const { currency } = channel.marketplace
  return JSON.stringify({
    reportSpecification: {
      reportType: row.type,
      reportOptions: { dateGranularity: 'DAY', asinGranularity: 'PARENT', ...row.options },
      dataStartTime: row.startDay,
      dataEndTime: row.endDay,
      marketplaceIds: row.marketplaceIds,
    },
    salesAndTrafficByDate: days.map(({ day, rows }) => ({
      date: day,
      salesByDate: salesOf(rows, currency),
      trafficByDate: dayTrafficOf(rows),
    })),
    salesAndTrafficByAsin: articles(days, row.options['asinGranularity'] ?? 'PARENT', currency),
  })
}

export type PublishedDay = { readonly day: Day; readonly rows: readonly ProductDay[] }

export function publishedDays(channel: Channel, from: Day, to: Day, asOf: number): PublishedDay[] {
  return daysFromTo(from, to).flatMap((day) => {
    const rows = salesTrafficDay(channel, day, asOf)
    return rows === null ? [] : [{ day, rows }]
  })
}

/** Articles over all days together, by SKU; every SKU here has an ASIN of its own, which is also its parent. */
export function byArticle(days: readonly PublishedDay[]): ReadonlyMap<string, readonly ProductDay[]> {
  const found = new Map<string, ProductDay[]>()
  for (const row of days.flatMap((one) => one.rows)) found.set(row.product.sku, [...(found.get(row.product.sku) ?? []), row])
  return found
}

function articles(days: readonly PublishedDay[], granularity: string, currency: string): unknown[] {
  const all = days.flatMap((one) => one.rows)
  return [...byArticle(days)].map(([sku, own]) => {
    const asin = own[0]?.product.asin
    const { unitsOrdered, orderedProductSales, totalOrderItems } = salesOf(own, currency)
    return {
      parentAsin: asin,
      ...(granularity === 'PARENT' ? {} : { childAsin: asin }),
      ...(granularity === 'SKU' ? { sku } : {}),
      salesByAsin: { unitsOrdered, orderedProductSales, totalOrderItems },
      trafficByAsin: articleTrafficOf(own, all),
    }
  })
}
