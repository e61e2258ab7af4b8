import { dayBounds, type Day } from '../lib/days.ts'
import { generationOn, vendorForecasts, vendorMargins, vendorStock, vendorViews } from '../world/vendor-analytics.ts'
import { vendorDay, type DistributorView } from '../world/vendor-days.ts'
import { purchaseOrdersBetween } from '../world/purchase-orders.ts'
import type { Channel } from '../world/world.ts'
import type { TruthDay } from './truth-day.ts'

type TruthOfDay = (channel: Channel, day: Day, asOf: number) => TruthDay

/** One summing up per vendor dataset, straight from the world; sellers have none. */
export const VENDOR_TRUTHS: Readonly<Record<string, TruthOfDay>> = {
  'vendor-sales': forVendors((channel, day, asOf) => salesTruth(channel, day, asOf, 'MANUFACTURING')),
  'vendor-sales-sourcing': forVendors((channel, day, asOf) => salesTruth(channel, day, asOf, 'SOURCING')),
  'vendor-inventory': forVendors((channel, day, asOf) => {
    const rows = vendorStock(channel, day, asOf)
    return { day, rows: rows.length, moneyMinor: sum(rows, (row) => row.sellableMinor), units: sum(rows, (row) => row.sellableUnits) }
  }),
  'vendor-traffic': forVendors((channel, day, asOf) => {
    const rows = vendorViews(channel, day, asOf)
    return { day, rows: rows.length, glanceViews: sum(rows, (row) => row.glanceViews) }
  }),
  'vendor-net-ppm': forVendors((channel, day, asOf) => ({ day, rows: vendorMargins(channel, day, asOf).length })),
  'vendor-forecasting': forVendors((channel, day) => ({
    day,
    rows: generationOn(day) === day ? vendorForecasts(channel, day).length : 0,
  })),
  'vendor-purchase-orders': forVendors(orderTruth),
}

function forVendors(truth: TruthOfDay): TruthOfDay {
  return (channel, day, asOf) => (channel.account.kind === 'vendor' ? truth(channel, day, asOf) : { day, rows: 0 })
}

function salesTruth(channel: Channel, day: Day, asOf: number, view: DistributorView): TruthDay {
  const rows = vendorDay(channel, day, asOf, view)
  return {
    day,
    rows: rows.length,
    moneyMinor: sum(rows, (row) => row.shippedRevenueMinor),
    orderedRevenue: sum(rows, (row) => row.orderedRevenueMinor),
    units: sum(rows, (row) => row.shippedUnits),
    orderedUnits: sum(rows, (row) => row.orderedUnits),
  }
}

function orderTruth(channel: Channel, day: Day, asOf: number): TruthDay {
  const items = purchaseOrdersBetween(channel, dayBounds(day, channel.marketplace.zone), asOf, 'created').flatMap((one) => one.items)
  return {
    day,
    rows: items.length,
    moneyMinor: sum(items, (item) => item.cases * item.unitSize * item.costMinor),
    units: sum(items, (item) => item.cases * item.unitSize),
  }
}

function sum<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((all, row) => all + pick(row), 0)
}
