import type { Day } from '../lib/days.ts'
import { ordersTruth } from '../world/orders-truth.ts'
import { salesTrafficDay, type ProductDay } from '../world/sales-traffic.ts'
import { transactionsTruth } from '../world/transactions.ts'
import type { Channel } from '../world/world.ts'
import { ADS_TRUTHS } from './ads-truths.ts'
import { economicsTruth } from './economics-truth.ts'
import { PRODUCT_TRUTHS } from './product-truths.ts'
import { standingOrdersTruth } from './standing-orders-truth.ts'
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
  'sales-traffic-daily': (channel, day, asOf) => salesTrafficTruth(channel, day, asOf, 'day'),
  'sales-traffic-asin': (channel, day, asOf) => salesTrafficTruth(channel, day, asOf, 'article'),
  economics: economicsTruth,
  'orders-live': standingOrdersTruth,
  transactions: transactionsTruth,
  ...ADS_TRUTHS,
  ...PRODUCT_TRUTHS,
  ...VENDOR_TRUTHS,
}

function salesTrafficTruth(channel: Channel, day: Day, asOf: number, grain: 'day' | 'article'): TruthDay {
  const rows = salesTrafficDay(channel, day, asOf)
  if (rows === null) return { day, rows: 0, moneyMinor: 0 }
  const sum = (pick: (row: ProductDay) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    rows: grain === 'day' ? 1 : rows.length,
    moneyMinor: sum((row) => row.moneyMinor),
    units: sum((row) => row.units),
    sessions: sum((row) => row.browserSessions + row.appSessions),
  }
}
