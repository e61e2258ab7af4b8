import { dayTrafficOf, articleTrafficOf, salesOf } from '../documents/sales-traffic-figures.ts'
import { byArticle, publishedDays } from '../documents/sales-traffic-file.ts'
import { economics } from './economics-list.ts'
import { parseQuery, type Field } from './graphql.ts'
import type { KioskList } from './kiosk-list.ts'

const SALES_TRAFFIC = 'analytics_salesAndTraffic_2024_04_24'
const PLACE = { startDate: '', endDate: '', marketplaceId: '' }

const byDate: KioskList = {
  kind: 'seller',
  roles: ['Brand Analytics'],
  allows: ({ aggregateBy }) => aggregateBy === 'DAY',
  shape: { ...PLACE, sales: salesOf([], 'EUR'), traffic: dayTrafficOf([]) },
  entries: (channel, { from, to }, asOf) =>
    publishedDays(channel, from, to, asOf).map(({ day, rows }) => ({
      startDate: day,
      endDate: day,
      marketplaceId: channel.marketplace.id,
      sales: salesOf(rows, channel.marketplace.currency),
      traffic: dayTrafficOf(rows),
    })),
}

const byAsin: KioskList = {
  kind: 'seller',
  roles: ['Brand Analytics'],
  allows: ({ aggregateBy }) => aggregateBy === 'CHILD' || aggregateBy === 'SKU' || aggregateBy === 'PARENT',
  shape: { ...PLACE, parentAsin: '', childAsin: '', sku: '', sales: salesOf([], 'EUR'), traffic: articleTrafficOf([], []) },
  entries: (channel, { from, to }, asOf, { aggregateBy }) => {
    const days = publishedDays(channel, from, to, asOf)
    const all = days.flatMap((one) => one.rows)
    return [...byArticle(days)].map(([sku, own]) => ({
      startDate: from,
      endDate: to,
      marketplaceId: channel.marketplace.id,
      parentAsin: own[0]?.product.asin,
      childAsin: aggregateBy === 'PARENT' ? null : own[0]?.product.asin,
      sku: aggregateBy === 'SKU' ? sku : null,
      sales: salesOf(own, channel.marketplace.currency),
      traffic: articleTrafficOf(own, all),
    }))
  },
}

/** Every list the stand-in offers, by data set and name. */
const KIOSK_LISTS: Readonly<Record<string, KioskList>> = {
  [`${SALES_TRAFFIC}.salesAndTrafficByDate`]: byDate,
  [`${SALES_TRAFFIC}.salesAndTrafficByAsin`]: byAsin,
  ['analytics_economics_2024_03_15.economics']: economics,
}

/** The one list a query asks of one data set, and with what; undefined when it is not understood. */
export function listIn(text: string): { readonly list: KioskList; readonly chosen: Field } | undefined {
  const root = parseQuery(text)
  const chosen = root?.fields.length === 1 ? root.fields[0] : undefined
  const list = chosen === undefined ? undefined : KIOSK_LISTS[`${root?.name}.${chosen.name}`]
  return chosen === undefined || list === undefined ? undefined : { list, chosen }
}
