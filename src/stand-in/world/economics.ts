import type { Day } from '../lib/days.ts'
import { drawFor } from '../lib/random.ts'
import { adsParts } from './ads-parts.ts'
import type { Product } from './products.ts'
import { salesTrafficDay, type ProductDay } from './sales-traffic.ts'
import type { Channel } from './world.ts'

/** What one article sold and cost on one day. Money in minor units; costs are positive. */
export type EconomicsRow = {
  readonly product: Product
  readonly units: number
  readonly refundedUnits: number
  readonly orderedMinor: number
  readonly refundedMinor: number
  readonly fees: readonly EconomicsFee[]
  readonly adsMinor: number
  /** Of one unit; undefined where the seller never told Amazon. */
  readonly unitCostMinor: number | undefined
  readonly proceedsMinor: number
}

/** A fee comes in two charges on a day its rate changed. */
export type EconomicsFee = { readonly name: string; readonly chargesMinor: readonly number[] }

/** Every article that sold, came back or was advertised on a day, as of an instant; null while the day is not published. */
export function economicsDay(channel: Channel, day: Day, asOf: number): readonly EconomicsRow[] | null {
  const rows = salesTrafficDay(channel, day, asOf)
  if (rows === null) return null
  const ads = adCosts(channel, day, asOf)
  return rows.flatMap((sold) => {
    const adsMinor = ads.get(sold.product.sku) ?? 0
    return sold.units === 0 && sold.refundedUnits === 0 && adsMinor === 0 ? [] : [workedOut(channel, day, sold, adsMinor)]
  })
}

export function feesMinor({ fees }: EconomicsRow): number {
  return fees.flatMap((fee) => fee.chargesMinor).reduce((sum, minor) => sum + minor, 0)
}

function workedOut(channel: Channel, day: Day, sold: ProductDay, adsMinor: number): EconomicsRow {
  const { product, units, refundedUnits, moneyMinor } = sold
  const refundedMinor = refundedUnits * product.priceMinor
  const costDraw = drawFor(channel.seed, 'unit cost', channel.account.id, product.asin)
  const unitCostMinor = costDraw() < 0.66 ? Math.round(product.priceMinor * (0.2 + costDraw() * 0.2)) : undefined
  const row = {
    product,
    units,
    refundedUnits,
    orderedMinor: moneyMinor,
    refundedMinor,
    fees: feesOf(channel, day, sold, moneyMinor - refundedMinor),
    adsMinor,
    unitCostMinor,
    proceedsMinor: 0,
  }
  const costMinor = (unitCostMinor ?? 0) * (units - refundedUnits)
  return { ...row, proceedsMinor: moneyMinor - refundedMinor - feesMinor(row) - adsMinor - costMinor }
}

function feesOf(channel: Channel, day: Day, { product, units }: ProductDay, netMinor: number): EconomicsFee[] {
  const draw = drawFor(channel.seed, channel.key, 'economics', product.asin, day)
  const unitMinor = Math.round(product.priceMinor * 0.09)
  const inTwo = draw() < 0.05 && units > 1
  const fees: EconomicsFee[] = [{ name: 'Referral fees', chargesMinor: [Math.round(netMinor * 0.15)] }]
  if (product.fulfilledByAmazon) {
    fees.push({ name: 'FBA fulfillment fees', chargesMinor: inTwo ? [unitMinor, unitMinor * (units - 1)] : [unitMinor * units] })
    fees.push({ name: 'Monthly inventory storage fees', chargesMinor: [Math.round(draw() * 12)] })
    if (draw() < 0.1) fees.push({ name: 'FBA inbound placement service fee', chargesMinor: [Math.round(draw() * 80)] })
  }
  if (draw() < 0.04) fees.push({ name: 'Oversight fee of a kind nobody knew', chargesMinor: [11] })
  return fees
}

function adCosts(channel: Channel, day: Day, asOf: number): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  for (const part of adsParts(channel, { day, asOf, product: 'SPONSORED_PRODUCTS' }, 'ad')) {
    const sku = part.product?.sku
    if (sku !== undefined) costs.set(sku, (costs.get(sku) ?? 0) + part.costMinor)
  }
  return costs
}
