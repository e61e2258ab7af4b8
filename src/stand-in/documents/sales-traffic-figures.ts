import { decimalNumber } from '../lib/money.ts'
import type { ProductDay } from '../world/sales-traffic.ts'

type Figures = Readonly<Record<string, unknown>>

/** Amazon's names for what some articles add up to on one day: the sales side. */
export function salesOf(rows: readonly ProductDay[], currency: string): Figures {
  const sum = summing(rows)
  const amount = (minor: number) => ({ amount: decimalNumber(Math.round(minor), currency), currencyCode: currency })
  const units = sum((row) => row.units)
  const items = sum((row) => row.items)
  const money = sum((row) => row.moneyMinor)
  const refunded = sum((row) => row.refundedUnits)
  return {
    orderedProductSales: amount(money),
    unitsOrdered: units,
    totalOrderItems: items,
    averageSalesPerOrderItem: amount(ratio(money, items)),
    averageUnitsPerOrderItem: cut(ratio(units, items)),
    averageSellingPrice: amount(ratio(money, units)),
    unitsRefunded: refunded,
    refundRate: cut(100 * ratio(refunded, units)),
    claimsGranted: 0,
    claimsAmount: amount(0),
    shippedProductSales: amount(sum((row) => row.shippedMinor)),
    unitsShipped: sum((row) => row.shippedUnits),
    ordersShipped: sum((row) => row.shippedOrders),
  }
}

/** The traffic side that days and articles share. */
export function trafficOf(rows: readonly ProductDay[]): Figures {
  const sum = summing(rows)
  const browserSessions = sum((row) => row.browserSessions)
  const mobileAppSessions = sum((row) => row.appSessions)
  const sessions = browserSessions + mobileAppSessions
  const browserPageViews = sum((row) => row.browserViews)
  const mobileAppPageViews = sum((row) => row.appViews)
  return {
    browserPageViews,
    mobileAppPageViews,
    pageViews: browserPageViews + mobileAppPageViews,
    browserSessions,
    mobileAppSessions,
    sessions,
    buyBoxPercentage: cut(
      ratio(
        sum((row) => row.buyBox),
        rows.length,
      ),
    ),
    unitSessionPercentage: cut(
      100 *
        ratio(
          sum((row) => row.units),
          sessions,
        ),
    ),
  }
}

/** What only a day's traffic has. */
export function dayTrafficOf(rows: readonly ProductDay[]): Figures {
  const sum = summing(rows)
  return {
    ...trafficOf(rows),
    orderItemSessionPercentage: cut(
      100 *
        ratio(
          sum((row) => row.items),
          sum((row) => row.browserSessions + row.appSessions),
        ),
    ),
    averageOfferCount: rows.length,
    averageParentItems: rows.length,
    feedbackReceived: 0,
    negativeFeedbackReceived: 0,
    receivedNegativeFeedbackRate: 0,
  }
}

/** What only an article's traffic has: its share of the whole range's. */
export function articleTrafficOf(own: readonly ProductDay[], all: readonly ProductDay[]): Figures {
  const part = (pick: (row: ProductDay) => number): number => cut(100 * ratio(summing(own)(pick), summing(all)(pick)))
  return {
    ...trafficOf(own),
    browserSessionPercentage: part((row) => row.browserSessions),
    mobileAppSessionPercentage: part((row) => row.appSessions),
    sessionPercentage: part((row) => row.browserSessions + row.appSessions),
    browserPageViewsPercentage: part((row) => row.browserViews),
    mobileAppPageViewsPercentage: part((row) => row.appViews),
    pageViewsPercentage: part((row) => row.browserViews + row.appViews),
  }
}

function summing(rows: readonly ProductDay[]) {
  return (pick: (row: ProductDay) => number): number => rows.reduce((all, row) => all + pick(row), 0)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function cut(value: number): number {
  return Math.round(value * 100) / 100
}
