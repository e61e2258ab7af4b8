import { daysFromTo, type Day } from '../lib/days.ts'
import { asFields } from '../lib/fields.ts'
import { decimalNumber } from '../lib/money.ts'
import { economicsDay, type EconomicsFee, type EconomicsRow } from '../world/economics.ts'
import type { Channel } from '../world/world.ts'
import type { KioskList } from './kiosk-list.ts'

type Place = { readonly day: Day; readonly marketplaceId: string; readonly currency: string }
type Entry = Readonly<Record<string, unknown>>

/** Economics by day and MSKU, the only aggregation offered here. Left out, both are Amazon's defaults. */
export const economics: KioskList = {
  kind: 'seller',
  roles: ['Brand Analytics'],
  allows: ({ aggregateBy }) => {
    const { date = 'DAY', productId = 'MSKU' } = asFields(aggregateBy)
    return date === 'DAY' && productId === 'MSKU'
  },
  shape: shapeOf(),
  entries: (channel, { from, to }, asOf) => daysFromTo(from, to).flatMap((day) => entriesOn(channel, day, asOf)),
}

function entriesOn(channel: Channel, day: Day, asOf: number): Entry[] {
  const place = { day, marketplaceId: channel.marketplace.id, currency: channel.marketplace.currency }
  return (economicsDay(channel, day, asOf) ?? []).map((row) => entryOf(row, place))
}

function entryOf(row: EconomicsRow, { day, marketplaceId, currency }: Place): Entry {
  const { product, units, refundedUnits, orderedMinor, refundedMinor, adsMinor, unitCostMinor, proceedsMinor } = row
  const amount = (minor: number) => ({ amount: decimalNumber(Math.round(minor), currency), currencyCode: currency })
  const net = units - refundedUnits
  return {
    startDate: day,
    endDate: day,
    marketplaceId,
    parentAsin: product.asin,
    childAsin: product.asin,
    fnsku: product.fulfilledByAmazon ? `X00${product.asin.slice(-7)}` : null,
    msku: product.sku,
    sales: {
      averageSellingPrice: units === 0 ? null : amount(orderedMinor / units),
      netProductSales: amount(orderedMinor - refundedMinor),
      netUnitsSold: net,
      orderedProductSales: amount(orderedMinor),
      refundedProductSales: amount(refundedMinor),
      unitsOrdered: units,
      unitsRefunded: refundedUnits,
    },
    fees: row.fees.map((fee) => feeOf(fee, day, currency)),
    ads: adsMinor === 0 ? null : [{ adTypeName: 'Sponsored Products charge', charge: detailOf(adsMinor, currency) }],
    cost: unitCostMinor === undefined ? null : { costOfGoodsSold: amount(unitCostMinor), miscellaneousCost: null },
    netProceeds: { total: amount(proceedsMinor), perUnit: net === 0 ? null : amount(proceedsMinor / net) },
  }
}

function feeOf({ name, chargesMinor }: EconomicsFee, day: Day, currency: string): Entry {
  return {
    feeTypeName: name,
    charges: chargesMinor.map((minor, index) => ({
      aggregatedDetail: detailOf(minor, currency),
      identifier: `${name} ${index}`,
      startDate: day,
      endDate: day,
    })),
  }
}

function detailOf(minor: number, currency: string): Entry {
  const amount = (value: number) => ({ amount: decimalNumber(value, currency), currencyCode: currency })
  return { amount: amount(minor), promotionAmount: amount(0), taxAmount: amount(0), totalAmount: amount(minor), quantity: null }
}

/** An entry in which nothing is left out. */
function shapeOf(): Entry {
  const product = { sku: '', asin: '', listingId: '', title: '', priceMinor: 1, share: 1, listedOn: '', fulfilledByAmazon: true }
  const figures = { units: 2, refundedUnits: 1, orderedMinor: 2, refundedMinor: 1, adsMinor: 1, unitCostMinor: 1, proceedsMinor: 1 }
  return entryOf({ product, ...figures, fees: [{ name: '', chargesMinor: [1] }] }, { day: '', marketplaceId: '', currency: 'EUR' })
}
