import type { Core } from '../core.ts'
import { dayOf, type Day } from '../lib/days.ts'
import type { ReportRow } from '../state.ts'
import { generationOn, vendorForecasts, vendorMargins, vendorStock, vendorViews, type VendorStock } from '../world/vendor-analytics.ts'
import { vendorDays } from './vendor-sales-rules.ts'
import { amountIn, placeOfReport, specificationOf } from './vendor-specification.ts'

/** The JSON of a daily vendor inventory report; the whole catalogue's figures stand before the articles'. */
export function vendorInventoryFile(core: Core, row: ReportRow): string {
  const { channel, days } = placeOfReport(core, row)
  const amount = amountIn(channel)
  const stock = days.flatMap((day) => vendorStock(channel, day, row.endsAt))
  const share = row.options['sellingProgram'] === 'RETAIL' ? stock : []
  return JSON.stringify({
    reportSpecification: specificationOf(row, vendorDays(row)),
    inventoryAggregate: days.map((day) => ({
      ...dates(day),
      ...wholeStock(
        share.filter((one) => one.day === day),
        amount,
      ),
    })),
    inventoryByAsin: share.map((one) => ({ ...dates(one.day), asin: one.asin, ...stockFigures(one, amount) })),
  })
}

export function vendorTrafficFile(core: Core, row: ReportRow): string {
  const { channel, days } = placeOfReport(core, row)
  const views = days.flatMap((day) => vendorViews(channel, day, row.endsAt))
  return JSON.stringify({
    reportSpecification: specificationOf(row, vendorDays(row)),
    trafficAggregate: days.map((day) => ({
      ...dates(day),
      glanceViews: sum(
        views.filter((one) => one.day === day),
        (one) => one.glanceViews,
      ),
    })),
    trafficByAsin: views.map(({ day, asin, glanceViews }) => ({ ...dates(day), asin, glanceViews })),
  })
}

export function vendorMarginFile(core: Core, row: ReportRow): string {
  const { channel, days } = placeOfReport(core, row)
  const margins = days.flatMap((day) => vendorMargins(channel, day, row.endsAt))
  return JSON.stringify({
    reportSpecification: specificationOf(row, vendorDays(row)),
    netPureProductMarginAggregate: days.map((day) => {
      const own = margins.filter((one) => one.day === day)
      return { ...dates(day), netPureProductMargin: own.length === 0 ? 0 : sum(own, (one) => one.margin) / own.length }
    }),
    netPureProductMarginByAsin: margins.map(({ day, asin, margin }) => ({ ...dates(day), asin, netPureProductMargin: margin })),
  })
}

/** Always the newest generation, whatever was asked: the report knows no dates. */
export function vendorForecastFile(core: Core, row: ReportRow): string {
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  if (channel === undefined) throw new Error(`report ${row.id} was finished without a channel`)
  const generatedOn = generationOn(dayOf(row.endsAt, channel.marketplace.zone))
  return JSON.stringify({
    reportSpecification: specificationOf(row, undefined),
    forecastByAsin: vendorForecasts(channel, generatedOn).map((one) => ({
      forecastGenerationDate: one.generatedOn,
      asin: one.asin,
      startDate: one.from,
      endDate: one.to,
      meanForecastUnits: one.mean,
      p70ForecastUnits: one.p70,
      p80ForecastUnits: one.p80,
      p90ForecastUnits: one.p90,
    })),
  })
}

type Amount = ReturnType<typeof amountIn>

function stockFigures(one: VendorStock, amount: Amount): Record<string, unknown> {
  return {
    ...sums(one, amount),
    vendorConfirmationRate: one.confirmationRate,
    sellThroughRate: one.sellThroughRate,
    averageVendorLeadTimeDays: one.leadTimeDays,
  }
}

function sums(one: Omit<VendorStock, 'day' | 'asin'>, amount: Amount): Record<string, unknown> {
  return {
    sellableOnHandInventoryUnits: one.sellableUnits,
    sellableOnHandInventoryCost: amount(one.sellableMinor),
    unsellableOnHandInventoryUnits: one.unsellableUnits,
    unsellableOnHandInventoryCost: amount(one.unsellableMinor),
    aged90PlusDaysSellableInventoryUnits: one.agedUnits,
    aged90PlusDaysSellableInventoryCost: amount(one.agedMinor),
    unhealthyInventoryUnits: one.unhealthyUnits,
    unhealthyInventoryCost: amount(one.unhealthyMinor),
    netReceivedInventoryUnits: one.receivedUnits,
    netReceivedInventoryCost: amount(one.receivedMinor),
    openPurchaseOrderUnits: one.openOrderUnits,
    unfilledCustomerOrderedUnits: one.unfilledUnits,
  }
}

function wholeStock(rows: readonly VendorStock[], amount: Amount): Record<string, unknown> {
  const total = (name: Exclude<keyof VendorStock, 'day' | 'asin'>): number => sum(rows, (one) => one[name])
  return {
    sellableOnHandInventoryUnits: total('sellableUnits'),
    sellableOnHandInventoryCost: amount(total('sellableMinor')),
    netReceivedInventoryUnits: total('receivedUnits'),
    netReceivedInventoryCost: amount(total('receivedMinor')),
    openPurchaseOrderUnits: total('openOrderUnits'),
    procurableProductOutOfStockRate: 0.021,
    uft: 0.93,
    receiveFillRate: 0.88,
  }
}

function dates(day: Day): { startDate: Day; endDate: Day } {
  return { startDate: day, endDate: day }
}

function sum<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((all, row) => all + pick(row), 0)
}
