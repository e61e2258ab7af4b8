import { z } from 'zod'
import { dayText, instant, minor } from '../scalars.ts'
import { frame } from './reports.ts'

/** Null is unknown: at least one article has no cost. */
const cost = minor.nullable()

/**
 * Purchase orders by the day of the order, the newest first; all money is in the frame's currency, because articles in
 * another currency belong to another channel. Amazon's list tells an order's state, not what was confirmed or received.
 */
export const vendorOrdersReport = z.object({
  ...frame,
  /** Those of the missing days that Amazon no longer gives out. */
  lostDays: z.array(dayText),
  rows: z.array(
    z.object({
      number: z.string(),
      orderedOn: dayText,
      orderedAt: instant,
      /** Amazon's words: New, Acknowledged, Closed. */
      state: z.string(),
      /** Amazon's words, empty where it says none. */
      type: z.string(),
      changedAt: instant.nullable(),
      articles: z.number(),
      units: z.number(),
      costMinor: cost,
    }),
  ),
  /** Articles of the orders above, in the same order. */
  items: z.array(
    z.object({
      number: z.string(),
      line: z.string(),
      asin: z.string(),
      sku: z.string(),
      units: z.number(),
      unitCostMinor: cost,
      costMinor: cost,
    }),
  ),
  /** `withoutCost`: articles whose cost is unknown. */
  totals: z.object({
    orders: z.number(),
    open: z.number(),
    articles: z.number(),
    units: z.number(),
    costMinor: cost,
    withoutCost: z.number(),
  }),
})

export type VendorOrdersReport = z.infer<typeof vendorOrdersReport>
