import { dayBounds, type Day } from '../lib/days.ts'
import { adsDay } from '../world/ads-days.ts'
import { listingsAt } from '../world/listings.ts'
import { ordersTruth } from '../world/orders-truth.ts'
import { transactionsTruth } from '../world/transactions.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'
import { VENDOR_TRUTHS } from './vendor-truths.ts'

type TruthOfDay = (channel: Channel, day: Day, asOf: number) => TruthDay

/** One summing up per dataset, straight from the world. */
export const TRUTHS: Readonly<Record<string, TruthOfDay>> = {
  orders: ordersTruth,
  'sales-daily': (channel, day, asOf) => {
    const { orders, units, moneyMinor } = ordersTruth(channel, day, asOf)
    return { day, rows: 1, orders, units, moneyMinor }
  },
  transactions: transactionsTruth,
  'ads-campaign-daily': adsTruth,
  listings: (channel, day, asOf) => ({
    day,
    rows: listingsAt(channel, Math.min(asOf, dayBounds(day, channel.marketplace.zone).endMs - 1)).length,
  }),
  ...VENDOR_TRUTHS,
}

function adsTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const rows = adsDay(channel, day, asOf)
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum((row) => row.costMinor),
    clicks: sum((row) => row.clicks),
    impressions: sum((row) => row.impressions),
    purchases7d: sum((row) => row.purchases.d7),
    purchases14d: sum((row) => row.purchases.d14),
    sales1d: sum((row) => row.salesMinor.d1),
    sales7d: sum((row) => row.salesMinor.d7),
    sales14d: sum((row) => row.salesMinor.d14),
    sales30d: sum((row) => row.salesMinor.d30),
  }
}
