import type { Core } from '../core.ts'
import type { Day } from '../lib/days.ts'
import { decimalNumber } from '../lib/money.ts'
import type { ReportRow } from '../state.ts'
import { vendorDay, type DistributorView, type VendorDay } from '../world/vendor-days.ts'
import { vendorDays } from './vendor-sales-rules.ts'
import { placeOfReport, specificationOf } from './vendor-specification.ts'

/** What a program's share of the retail business is; only retail has all of it. */
const PROGRAM_SHARE: Readonly<Record<string, number>> = { RETAIL: 1, BUSINESS: 0.1, FRESH: 0 }

/** The JSON of a daily vendor sales report. */
export function vendorSalesFile(core: Core, row: ReportRow): string {
  const { channel, days } = placeOfReport(core, row)
  const view: DistributorView = row.options['distributorView'] === 'SOURCING' ? 'SOURCING' : 'MANUFACTURING'
  const share = PROGRAM_SHARE[row.options['sellingProgram'] ?? ''] ?? 0
  const rows = days.flatMap((day) => (share === 0 ? [] : vendorDay(channel, day, row.endsAt, view).map((one) => scaled(one, share))))
  const { currency } = channel.marketplace
  return JSON.stringify({
    reportSpecification: specificationOf(row, vendorDays(row)),
    salesAggregate: days.map((day) => figures(total(day, rows), currency, view)),
    salesByAsin: rows.map((one) => ({ ...figures(one, currency, view), asin: one.asin })),
  })
}

function figures(one: VendorDay, currency: string, view: DistributorView): Record<string, unknown> {
  const amount = (minor: number): Record<string, unknown> => ({ amount: decimalNumber(minor, currency), currencyCode: currency })
  return {
    startDate: one.day,
    endDate: one.day,
    customerReturns: one.customerReturns,
    ...(view === 'MANUFACTURING' ? { orderedRevenue: amount(one.orderedRevenueMinor), orderedUnits: one.orderedUnits } : {}),
    shippedCogs: amount(one.shippedCogsMinor),
    shippedRevenue: amount(one.shippedRevenueMinor),
    shippedUnits: one.shippedUnits,
  }
}

function total(day: Day, rows: readonly VendorDay[]): VendorDay {
  const own = rows.filter((row) => row.day === day)
  const sum = (pick: (row: VendorDay) => number): number => own.reduce((all, row) => all + pick(row), 0)
  return {
    day,
    asin: '',
    orderedUnits: sum((row) => row.orderedUnits),
    orderedRevenueMinor: sum((row) => row.orderedRevenueMinor),
    shippedUnits: sum((row) => row.shippedUnits),
    shippedRevenueMinor: sum((row) => row.shippedRevenueMinor),
    shippedCogsMinor: sum((row) => row.shippedCogsMinor),
    customerReturns: sum((row) => row.customerReturns),
  }
}

function scaled(one: VendorDay, share: number): VendorDay {
  const part = (value: number): number => Math.floor(value * share)
  return share === 1
    ? one
    : {
        ...one,
        orderedUnits: part(one.orderedUnits),
        orderedRevenueMinor: part(one.orderedRevenueMinor),
        shippedUnits: part(one.shippedUnits),
        shippedRevenueMinor: part(one.shippedRevenueMinor),
        shippedCogsMinor: part(one.shippedCogsMinor),
        customerReturns: part(one.customerReturns),
      }
}
