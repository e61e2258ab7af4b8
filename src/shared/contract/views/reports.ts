import { z } from 'zod'
import { AD_PRODUCTS } from '../../domain/ad-product.ts'
import { channelId, dayState, dayText, instant, minor } from '../scalars.ts'

/** What every report says about itself: range, zone, age and what is missing or may still move. */
export const frame = {
  channelId,
  from: dayText,
  to: dayText,
  zone: z.string(),
  currency: z.string(),
  moneyScale: z.number(),
  asOf: instant.nullable(),
  /** One state per day of the range, oldest first (worst of the datasets the report is made of). */
  days: z.array(dayState),
  missingDays: z.array(dayText),
  settlingDays: z.array(dayText),
}

export const salesReport = z.object({
  ...frame,
  /** The day that is not over, as the latest orders stand: in no row and no total. Without figures nothing was fetched since it began. */
  soFar: z
    .object({
      day: dayText,
      asOf: instant.nullable(),
      figures: z.object({ orders: z.number(), units: z.number(), orderedMinor: minor.nullable(), unknownPrices: z.number() }).nullable(),
    })
    .nullable(),
  rows: z.array(z.object({ day: dayText, orders: z.number(), units: z.number(), orderedMinor: minor, unknownPrices: z.number() })),
  totals: z.object({ orders: z.number(), units: z.number(), orderedMinor: minor }),
  products: z.array(
    z.object({ sku: z.string(), asin: z.string(), title: z.string(), units: z.number(), orders: z.number(), orderedMinor: minor }),
  ),
})

export const profitReport = z.object({
  ...frame,
  rows: z.array(
    z.object({
      day: dayText,
      salesMinor: minor,
      refundsMinor: minor,
      feesMinor: minor,
      otherMinor: minor,
      netMinor: minor,
      adsMinor: minor.nullable(),
    }),
  ),
  totals: z.object({
    salesMinor: minor,
    refundsMinor: minor,
    feesMinor: minor,
    otherMinor: minor,
    netMinor: minor,
    adsMinor: minor.nullable(),
  }),
  /** The steps from sales to net, in reading order. */
  categories: z.array(z.object({ category: z.string(), amountMinor: minor })),
})

/** Payouts whose period touches the range, oldest first. `totalMinor` is the whole payout, `ownMinor` the lines of this channel in it. */
export const settlementsReport = z.object({
  ...frame,
  rows: z.array(
    z.object({
      settlement: z.string(),
      /** Days of the channel's zone on which the period begins and ends, and money is sent. */
      from: dayText,
      to: dayText,
      paidOn: dayText.nullable(),
      totalMinor: minor,
      ownMinor: minor,
      lines: z.number(),
    }),
  ),
  totals: z.object({ settlements: z.number(), ownMinor: minor }),
})

export const adsReport = z.object({
  ...frame,
  rows: z.array(
    z.object({ day: dayText, impressions: z.number(), clicks: z.number(), costMinor: minor, salesMinor: minor, purchases: z.number() }),
  ),
  totals: z.object({ impressions: z.number(), clicks: z.number(), costMinor: minor, salesMinor: minor, purchases: z.number() }),
  /** The advertising products used here; the totals are their sum. A product's missing days lack its figures alone. */
  products: z.array(
    z.object({
      adProduct: z.enum(AD_PRODUCTS),
      impressions: z.number(),
      clicks: z.number(),
      costMinor: minor,
      salesMinor: minor,
      purchases: z.number(),
      missingDays: z.array(dayText),
    }),
  ),
  campaigns: z.array(
    z.object({
      campaignId: z.string(),
      campaign: z.string(),
      adProduct: z.enum(AD_PRODUCTS),
      impressions: z.number(),
      clicks: z.number(),
      costMinor: minor,
      salesMinor: minor,
      purchases: z.number(),
    }),
  ),
})

export const productsReport = z.object({
  ...frame,
  rows: z.array(
    z.object({
      sku: z.string(),
      asin: z.string(),
      title: z.string(),
      status: z.string(),
      priceMinor: minor.nullable(),
      quantity: z.number().nullable(),
      openedOn: dayText.nullable(),
      fulfilment: z.string(),
      /** Null where Amazon was not asked or said nothing; the same for everything up to `picture`. */
      buyable: z.boolean().nullable(),
      discoverable: z.boolean().nullable(),
      offerMinor: minor.nullable(),
      errors: z.number().nullable(),
      warnings: z.number().nullable(),
      issues: z.array(z.object({ severity: z.string(), code: z.string(), attributes: z.array(z.string()) })).nullable(),
      stockTotal: z.number().nullable(),
      stockFulfillable: z.number().nullable(),
      stockInbound: z.number().nullable(),
      stockReserved: z.number().nullable(),
      stockUnfulfillable: z.number().nullable(),
      sizeTier: z.string().nullable(),
      feeTotalMinor: minor.nullable(),
      brand: z.string().nullable(),
      picture: z.string().nullable(),
      units: z.number(),
      orderedMinor: minor,
    }),
  ),
  totals: z.object({
    listings: z.number(),
    active: z.number(),
    outOfStock: z.number(),
    /** Listings with an error of Amazon's; null while issues are unknown. */
    withErrors: z.number().nullable(),
    stockTotal: z.number().nullable(),
  }),
  /** When each part was taken; null: never. */
  taken: z.object({
    listings: instant.nullable(),
    items: instant.nullable(),
    stock: instant.nullable(),
    fees: instant.nullable(),
    catalogue: instant.nullable(),
  }),
  /**
   * Set when an earlier day was asked for: `kept` is the newest day up to it on which a snapshot was taken (null: none, so
   * there are no rows); a day that does not match its hash is not intact and shows no rows.
   */
  asItWas: z.object({ asked: dayText, kept: dayText.nullable(), intact: z.boolean() }).nullable(),
})

export type SalesReport = z.infer<typeof salesReport>
export type SettlementsReport = z.infer<typeof settlementsReport>
export type ProfitReport = z.infer<typeof profitReport>
export type AdsReport = z.infer<typeof adsReport>
export type ProductsReport = z.infer<typeof productsReport>
