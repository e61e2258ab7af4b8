import { daysTouched, isoInZone } from '../lib/days.ts'
import { decimalText } from '../lib/money.ts'
import { ordersOfDay } from '../world/orders.ts'
import { sumOrders } from '../world/orders-truth.ts'
import type { Channel } from '../world/world.ts'
import { ok } from './answers.ts'
import { readMetricsQuery, type MetricsQuery } from './metrics-query.ts'
import { metricsRuns, type Run } from './metrics-runs.ts'
import type { Operation } from './operation.ts'
import { channelAsked } from './query.ts'

/** Headline sales per stretch of time, as of now. */
export const getOrderMetrics: Operation = {
  id: 'getOrderMetrics',
  method: 'get',
  path: '/sales/v1/orderMetrics',
  roles: ['Inventory and Order Tracking', 'Product Listing'],
  kind: 'seller',
  answer: (call) => {
    const channel = channelAsked(call)
    if ('status' in channel) return channel
    const asked = readMetricsQuery(call.core, call.query)
    if ('status' in asked) return asked
    return ok({ payload: metricsRuns(asked).map((run) => metricsOf(channel, asked, run, call.core.now())) })
  },
}

function metricsOf(channel: Channel, query: MetricsQuery, run: Run, asOf: number): Record<string, unknown> {
  const { currency, zone } = channel.marketplace
  const orders = daysTouched(run.startMs, run.endMs, zone)
    .flatMap((day) => ordersOfDay(channel, day))
    .filter((order) => order.purchasedMs >= run.startMs && order.purchasedMs < run.endMs)
  const sku = query.sku ?? channel.products.find((product) => product.asin === query.asin)?.sku ?? query.asin
  const sum = sumOrders('', orders, asOf, sku)
  const money = (minor: number): Record<string, string> => ({ amount: decimalText(minor, currency), currencyCode: currency })
  return {
    interval: `${isoInZone(run.startMs, query.zone)}--${isoInZone(run.endMs, query.zone)}`,
    unitCount: sum.units,
    orderItemCount: sum.lines,
    orderCount: sum.orders,
    averageUnitPrice: money(sum.units === 0 ? 0 : Math.round(sum.moneyMinor / sum.units)),
    totalSales: money(sum.moneyMinor),
  }
}
